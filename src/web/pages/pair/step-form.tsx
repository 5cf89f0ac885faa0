/** What a step wants said: who turns down and why, why somebody leaves early, or words of one's own. */
import { type FormEvent, useId, useState } from 'react';
import { leaveReasons, namesOf, turnDownReasons } from '../../../domain/pair-reasons.ts';
import { stepNames } from '../../../domain/pair-words.ts';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { TextArea } from '../../parts/field.tsx';
import { useSaid } from '../../parts/said.tsx';
import type { Pair } from './answers.ts';
import { texts } from './texts.ts';

export type Step =
  paths['/v1/proposals/{id}/pairs/{participant}/decisions']['post']['requestBody']['content']['application/json']['step'];
type By = Extract<Step, { step: 'turn_down' }>['by'];

interface StepFormProps {
  readonly step: Pair['steps'][number];
  /** Whether it still leads somewhere: what is written stays also where it does not. */
  readonly isPossible: boolean;
  readonly isPending: boolean;
  readonly onTake: (step: Step) => void;
  readonly onClose: () => void;
}

const sides: readonly By[] = ['participant', 'school', 'officer'];

/** The reasons that a side has, and those for leaving early, in the order of the lists. */
const turnDownFor = (by: By) =>
  namesOf(turnDownReasons).filter((id) => turnDownReasons[id].by.some((one) => one === by));
const leaveIds = namesOf(leaveReasons);

export function StepForm({ step, isPossible, isPending, onTake, onClose }: StepFormProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const id = useId();
  const [by, setBy] = useState<By>('participant');
  const [turnDown, setTurnDown] = useState<keyof typeof turnDownReasons>(
    turnDownFor('participant')[0] ?? 'other',
  );
  const [leave, setLeave] = useState<keyof typeof leaveReasons>(leaveIds[0] ?? 'other');
  const [note, setNote] = useState('');
  const isOther =
    step === 'turn_down' ? turnDown === 'other' : step === 'leave_early' ? leave === 'other' : true;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onTake(
      step === 'turn_down'
        ? { step, by, reason: turnDown, note }
        : step === 'leave_early'
          ? { step, reason: leave, note }
          : { step, note },
    );
  };
  return (
    <form className="card" onSubmit={send} aria-label={said(stepNames[step])}>
      {step === 'turn_down' ? (
        <>
          <div className="field">
            <label htmlFor={`${id}-by`}>{t('who_turns_down')}</label>
            <select
              id={`${id}-by`}
              value={by}
              onChange={({ target }) => {
                const side = sides.find((one) => one === target.value) ?? 'participant';
                setBy(side);
                setTurnDown(turnDownFor(side)[0] ?? 'other');
              }}
            >
              {sides.map((side) => (
                <option key={side} value={side}>
                  {t(side)}
                </option>
              ))}
            </select>
          </div>
          <Reasons
            id={`${id}-reason`}
            ids={turnDownFor(by)}
            words={turnDownReasons}
            value={turnDown}
            onChange={setTurnDown}
          />
        </>
      ) : null}
      {step === 'leave_early' ? (
        <Reasons id={`${id}-reason`} ids={leaveIds} words={leaveReasons} value={leave} onChange={setLeave} />
      ) : null}
      <TextArea
        label={t(isOther ? 'note' : 'note_optional')}
        help={t('note_help')}
        rows={3}
        required={isOther}
        maxLength={2000}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      {isPossible ? null : <p className="state">{t('step_over', { step: said(stepNames[step]) })}</p>}
      <div className="buttons">
        <button type="submit" className="primary" disabled={isPending || !isPossible}>
          {t('do_it', { step: said(stepNames[step]) })}
        </button>
        <button type="button" className="secondary" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}

interface ReasonsProps<Id extends string> {
  readonly id: string;
  readonly ids: readonly Id[];
  readonly words: Readonly<Record<Id, { readonly sv: string; readonly en: string }>>;
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

function Reasons<Id extends string>({ id, ids, words, value, onChange }: ReasonsProps<Id>) {
  const t = useTexts(texts);
  const said = useSaid();
  return (
    <div className="field">
      <label htmlFor={id}>{t('reason')}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = ids.find((one) => one === target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {ids.map((one) => (
          <option key={one} value={one}>
            {said(words[one])}
          </option>
        ))}
      </select>
    </div>
  );
}
