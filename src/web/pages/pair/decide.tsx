/**
 * What may be decided of a pair now. Each step is asked for with the version that is shown: where somebody else was first it is refused in words,
 * what was typed stays, and the pair is shown as it is now.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { stepButtons } from '../../../domain/pair-words.ts';
import { client, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Failed } from '../../parts/states.tsx';
import type { Pair } from './answers.ts';
import { Conflict } from './conflict.tsx';
import { NotStanding } from './not-standing.tsx';
import { type Step, StepForm } from './step-form.tsx';
import { texts } from './texts.ts';

type StepName = Pair['steps'][number];

/** Those that take a reason or words of one's own; the others are done at once. */
const withForm = [
  'turn_down',
  'leave_early',
  'withdraw_confirmation',
  'undo_start',
  'take_back',
] as const satisfies readonly StepName[];
type WithForm = (typeof withForm)[number];
const onward: readonly StepName[] = ['accept', 'confirm', 'start', 'complete'];

function takesForm(name: StepName): name is WithForm {
  return withForm.some((one) => one === name);
}

interface DecideProps {
  readonly region: string;
  readonly proposal: string;
  readonly pair: Pair;
}

export function Decide({ region, proposal, pair }: DecideProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const queries = useQueryClient();
  const { participant, version, steps, standing } = pair;
  const [open, setOpen] = useState<WithForm | null>(null);
  const refresh = (): void => {
    for (const key of ['pair', 'pairs', 'why', 'waiting'])
      void queries.invalidateQueries({ queryKey: [key] });
  };
  const decide = useChange(
    (step: Step, headers) =>
      client
        .POST('/v1/proposals/{id}/pairs/{participant}/decisions', {
          params: { path: { id: proposal, participant } },
          body: { version, step },
          headers,
        })
        .finally(refresh),
    () => setOpen(null),
  );
  const take = (name: StepName): void => {
    decide.reset();
    if (takesForm(name)) setOpen(name);
    else decide.mutate({ step: name });
  };
  const close = (): void => {
    decide.reset();
    setOpen(null);
  };
  const mayDecide = standing === 'standing' && steps.length > 0;
  // What somebody is writing stays until they close it, whatever has become of the pair.
  if (!mayDecide && open === null && decide.error === null)
    return standing === 'standing' ? null : <NotStanding region={region} standing={standing} />;
  const late = decide.error?.problem?.code === 'changed_meanwhile' ? decide.variables : undefined;
  const isPossible = (step: StepName): boolean => standing === 'standing' && steps.includes(step);
  return (
    <section className="decide" aria-labelledby="decide">
      <h2 id="decide">{t('decide')}</h2>
      {standing === 'standing' ? (
        <div className="buttons">
          {steps.map((name) => (
            <button
              key={name}
              type="button"
              className={onward.includes(name) ? 'primary' : 'secondary'}
              aria-expanded={takesForm(name) ? open === name : undefined}
              disabled={decide.isPending}
              onClick={() => take(name)}
            >
              {said(stepButtons[name])}
            </button>
          ))}
        </div>
      ) : (
        <NotStanding region={region} standing={standing} />
      )}
      {decide.error === null ? null : <Failed error={decide.error} />}
      {late === undefined ? null : (
        <Conflict
          step={late.step}
          isOpen={open !== null}
          isPossible={isPossible(late.step)}
          onAgain={() => decide.mutate(late)}
          onClose={close}
        />
      )}
      {open === null ? null : (
        <StepForm
          key={open}
          step={open}
          isPossible={isPossible(open)}
          isPending={decide.isPending}
          onTake={decide.mutate}
          onClose={close}
        />
      )}
    </section>
  );
}
