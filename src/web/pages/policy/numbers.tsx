/** The rest of what is mostly changed: fairness, what a place is worth, and what one costs. An empty number is no such rule. */
import type { schemas } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { texts as nameTexts } from '../scenario/policy/texts.ts';
import { texts } from './texts.ts';

type Policy = schemas['Policy'];

const costs = ['team_seat', 'supervisor', 'sfi_seat', 'team', 'sfi_group'] as const;

interface NumbersProps {
  readonly policy: Policy;
  readonly onChange: (policy: Policy) => void;
}

export function Numbers({ policy, onChange }: NumbersProps) {
  const t = useTexts(texts);
  const nameOf = useTexts(nameTexts);
  const { equity } = policy;
  const numberOf = (text: string): number | null => (text === '' ? null : Number(text));
  return (
    <>
      <h2>{t('fairness')}</h2>
      <div className="fields">
        {(['placement_tolerance', 'points_tolerance'] as const).map((key) => (
          <Field
            key={key}
            label={nameOf(key)}
            help={t('no_rule')}
            type="number"
            min={0}
            max={100}
            value={equity[key] ?? ''}
            onChange={({ target }) =>
              onChange({ ...policy, equity: { ...equity, [key]: numberOf(target.value) } })
            }
          />
        ))}
      </div>
      <h2>{t('costs')}</h2>
      <p className="help">{t('costs_text')}</p>
      <div className="fields">
        {costs.map((key) => (
          <Field
            key={key}
            label={nameOf(`cost_${key}`)}
            type="number"
            min={0}
            value={policy.costs?.[key] ?? ''}
            onChange={({ target }) => {
              const { [key]: _, ...others } = policy.costs ?? {};
              const cost = numberOf(target.value);
              onChange({ ...policy, costs: cost === null ? others : { ...others, [key]: cost } });
            }}
          />
        ))}
      </div>
    </>
  );
}
