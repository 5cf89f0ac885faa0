/** What a model learns of the outcomes, how far it can be trusted, what it means for women and men; and the decision whether it may count. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client, useAnswer, useChange } from '../../../api/client.tsx';
import { useTexts } from '../../../language.tsx';
import { Field, TextArea } from '../../../parts/field.tsx';
import { useFormats } from '../../../parts/formats.tsx';
import { useSaid } from '../../../parts/said.tsx';
import { Scroll } from '../../../parts/scroll.tsx';
import { Failed, Skeleton } from '../../../parts/states.tsx';
import { mayDo, useWho } from '../../../session/session.tsx';
import { askLearning, type Learning, type Learnt } from '../answers.ts';
import { Calibration } from './calibration.tsx';
import { texts } from './texts.ts';

export function LearningSection({ region, asOf }: { readonly region: string; readonly asOf: string | null }) {
  const answer = useAnswer(['learning', region, asOf], (signal) => askLearning(region, asOf, signal));
  const who = useWho();
  if (answer.error !== null) return <Failed error={answer.error} retry={answer.refetch} />;
  if (answer.data === undefined) return <Skeleton rows={4} />;
  const { outcomes, decision } = answer.data;
  const completed = outcomes.find(({ outcome }) => outcome === 'completed');
  const effectId = completed?.status === 'learnt' ? completed.effectId : null;
  return (
    <>
      {outcomes.map((outcome) => (
        <Outcome key={outcome.outcome} outcome={outcome} />
      ))}
      <Decided decision={decision} />
      {asOf === null && mayDo(who, 'learning.decide', region) ? (
        <Decide region={region} on={decision?.on === true} effectId={effectId} />
      ) : null}
    </>
  );
}

function Outcome({ outcome }: { readonly outcome: Learning['outcomes'][number] }) {
  const said = useSaid();
  return (
    <>
      {outcome.sentences.map((sentence) => (
        <p key={sentence.sv}>{said(sentence)}</p>
      ))}
      {outcome.status === 'learnt' ? <Evidence learnt={outcome} /> : null}
    </>
  );
}

function Evidence({ learnt }: { readonly learnt: Learnt }) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number, fine, percent } = useFormats();
  const { brier, brierWithoutModel, calibration, effect, features } = learnt;
  return (
    <details>
      <summary>{t('evidence')}</summary>
      <p>{t('brier', { with: fine(brier), without: fine(brierWithoutModel) })}</p>
      <Calibration fifths={calibration} file={`kalibrering-${learnt.outcome}`} />
      <Scroll label={t('effect')}>
        <table>
          <caption>{t('effect')}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('foretold')}</th>
              <th scope="col">{t('happened')}</th>
              <th scope="col">{t('better_half')}</th>
              <th scope="col" className="number">
                {t('size')}
              </th>
            </tr>
          </thead>
          <tbody>
            {effect.map(({ gender, foretold, happened, inBetterHalf, size }) => (
              <tr key={gender}>
                <th scope="row">{t(gender)}</th>
                <td>{percent(foretold)}</td>
                <td>{percent(happened)}</td>
                <td>{percent(inBetterHalf)}</td>
                <td className="number">{number(size)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <h3>{t('features')}</h3>
      <ul>
        {features.map(({ name, oddsRatio }) => (
          <li key={name.sv}>{t('odds', { name: said(name), ratio: fine(oddsRatio) })}</li>
        ))}
      </ul>
    </details>
  );
}

function Decided({ decision }: { readonly decision: Learning['decision'] }) {
  const t = useTexts(texts);
  const { date } = useFormats();
  if (decision === null) return <p>{t('undecided')}</p>;
  const told = { by: decision.decided_by, date: date(decision.decided_on) };
  return (
    <>
      <p>{t(decision.on ? 'decided_on' : 'decided_off', told)}</p>
      {decision.reason === null ? null : <p>{t('because', { reason: decision.reason })}</p>}
    </>
  );
}

interface DecideProps {
  readonly region: string;
  readonly on: boolean;
  /** Null where it may not be turned on. */
  readonly effectId: string | null;
}

function Decide({ region, on, effectId }: DecideProps) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [decidedBy, setDecidedBy] = useState('');
  const [reason, setReason] = useState('');
  const [seen, setSeen] = useState(false);
  const decided = { decidedBy, reason: reason.trim() };
  const decide = useChange(
    (_: null, headers) =>
      client.POST('/v1/regions/{region}/followup/learning', {
        params: { path: { region } },
        body: { ...(on || effectId === null ? { on: false } : { on: true, effect: effectId }), ...decided },
        headers,
      }),
    () => {
      setReason('');
      setSeen(false);
      void queries.invalidateQueries({ queryKey: ['learning', region] });
    },
  );
  if (!on && effectId === null) return null;
  /** What was seen holds no more: it is shown anew, and must be seen anew. */
  const lookAgain = (): void => {
    setSeen(false);
    decide.reset();
    void queries.invalidateQueries({ queryKey: ['learning', region] });
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    decide.mutate(null);
  };
  return (
    <form className="card unprinted" onSubmit={send}>
      <Field
        label={t('decided_by')}
        help={t('decided_by_help')}
        required
        maxLength={80}
        value={decidedBy}
        onChange={({ target }) => setDecidedBy(target.value)}
      />
      <TextArea
        label={t('reason')}
        help={t('reason_help')}
        rows={3}
        required
        maxLength={2000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {on ? null : (
        <label className="choice">
          <input type="checkbox" required checked={seen} onChange={({ target }) => setSeen(target.checked)} />
          {t('seen')}
        </label>
      )}
      {decide.error === null ? null : <Failed error={decide.error} retry={lookAgain} />}
      <div className="buttons">
        <button type="submit" className="secondary" disabled={decide.isPending}>
          {t(on ? 'turn_off' : 'turn_on')}
        </button>
        <span role="status">{decide.isSuccess ? t('decided') : null}</span>
      </div>
    </form>
  );
}
