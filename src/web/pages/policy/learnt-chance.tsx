/** The points of a learnt chance, once those who saw its effect on women and men have let it count; or taken out again. */
import { Link } from 'wouter';
import { useAnswer } from '../../api/client.tsx';
import type { schemas } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { askLearning } from '../followup/answers.ts';
import { texts } from './texts.ts';

type Policy = schemas['Policy'];

interface LearntChanceProps {
  readonly region: string;
  readonly policy: Policy;
  readonly onChange: (policy: Policy) => void;
}

export function LearntChance({ region, policy, onChange }: LearntChanceProps) {
  const t = useTexts(texts);
  const who = useWho();
  const mayRead = mayDo(who, 'learning.read', region);
  const answer = useAnswer(['learning', region, null], (signal) => askLearning(region, null, signal), {
    enabled: mayRead,
  });
  const { learnt_chance: learnt, ...others } = policy;
  const model = answer.data?.decision?.model ?? null;
  if (model === null && learnt === undefined) return null;
  const set = (points: number): void => {
    if (points > 0 && model !== null) onChange({ ...policy, learnt_chance: { points, model } });
    if (points === 0) onChange(others);
  };
  return (
    <>
      <Field
        label={t('learnt_chance')}
        help={t('learnt_chance_text')}
        type="number"
        min={0}
        max={model === null ? 0 : 500}
        value={learnt?.points ?? 0}
        onChange={({ target }) => set(target.valueAsNumber)}
      />
      {mayRead ? (
        <p>
          <Link href={`/r/${region}/uppfoljning`}>{t('learnt_chance_effect')}</Link>
        </p>
      ) : null}
    </>
  );
}
