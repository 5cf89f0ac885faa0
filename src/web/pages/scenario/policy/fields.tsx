/** What a scenario weighs otherwise: each number of the policy, where an empty one stays as the region has it. */
import { useId } from 'react';
import { client, useAnswer } from '../../../api/client.tsx';
import { useTexts } from '../../../language.tsx';
import { Field } from '../../../parts/field.tsx';
import { useFormats } from '../../../parts/formats.tsx';
import { mayDo, useWho } from '../../../session/session.tsx';
import { type PolicyNumber, policyGroups } from './numbers.ts';
import { valueAt, withValue } from './set.ts';
import { texts } from './texts.ts';

interface PolicyFieldsProps {
  readonly region: string;
  /** A part of a policy. */
  readonly set: unknown;
  readonly onChange: (set: Readonly<Record<string, unknown>>) => void;
}

const legalBasis = ['legal_basis'] as const;

export function PolicyFields({ region, set, onChange }: PolicyFieldsProps) {
  const t = useTexts(texts);
  const mayRead = mayDo(useWho(), 'policy.read', region);
  const policy = useAnswer(
    ['policy', region],
    (signal) =>
      client.GET('/v1/regions/{region}/policies/{number}', {
        params: { path: { region, number: 'current' } },
        signal,
      }),
    { enabled: mayRead },
  ).data?.policy;
  const written = valueAt(set, legalBasis);
  return (
    <>
      <p className="help">{t('empty_stays')}</p>
      {policyGroups.map(([group, numbers]) => (
        <fieldset key={group}>
          <legend>{t(group)}</legend>
          <div className="fields">
            {numbers.map((number) => (
              <NumberField
                key={number.name}
                number={number}
                value={valueAt(set, number.path)}
                now={valueAt(policy, number.path)}
                onChange={(value) => onChange(withValue(set, number.path, value))}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Field
        label={t('legal_basis')}
        help={t('legal_basis_text')}
        maxLength={2000}
        value={typeof written === 'string' ? written : ''}
        onChange={({ target }) => onChange(withValue(set, legalBasis, target.value || undefined))}
      />
    </>
  );
}

interface NumberFieldProps {
  readonly number: PolicyNumber;
  /** Null where the rule is taken away, undefined where nothing is set. */
  readonly value: unknown;
  /** What the region has. */
  readonly now: unknown;
  readonly onChange: (value: number | null | undefined) => void;
}

function NumberField({ number, value, now, onChange }: NumberFieldProps) {
  const t = useTexts(texts);
  const formats = useFormats();
  const id = useId();
  const { name, least, most, step = 1, isRule = false } = number;
  const help = typeof now === 'number' ? t('now', { value: formats.number(now) }) : t('now_nothing');
  return (
    <div>
      <Field
        label={t(name)}
        help={help}
        type="number"
        min={least}
        max={most}
        step={step}
        disabled={value === null}
        value={typeof value === 'number' ? value : ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.valueAsNumber)}
      />
      {isRule ? (
        <div className="choice">
          <input
            id={id}
            type="checkbox"
            checked={value === null}
            onChange={({ target }) => onChange(target.checked ? null : undefined)}
          />
          <label htmlFor={id}>{t(name.endsWith('penalty') ? 'hard' : 'no_rule', { rule: t(name) })}</label>
        </div>
      ) : null}
    </div>
  );
}
