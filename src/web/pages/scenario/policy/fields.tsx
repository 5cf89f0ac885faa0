/** What a scenario weighs otherwise: each number of the policy, where an empty one stays as the region has it. */
import { type ReactNode, useId, useState } from 'react';
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
      {policyGroups.map(([group, numbers], at) => {
        const changed = numbers.filter(({ path }) => valueAt(set, path) !== undefined).length;
        return (
          <FoldedGroup key={group} title={t(group)} changed={changed} isOpen={at === 0}>
            {numbers.map((number) => (
              <NumberField
                key={number.name}
                number={number}
                value={valueAt(set, number.path)}
                now={valueAt(policy, number.path)}
                onChange={(value) => onChange(withValue(set, number.path, value))}
              />
            ))}
          </FoldedGroup>
        );
      })}
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

interface FoldedGroupProps {
  readonly title: string;
  /** How many of its numbers are set. */
  readonly changed: number;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

/** Folded together unless it is the first or something in it is set, which its title tells as well. */
function FoldedGroup({ title, changed, isOpen, children }: FoldedGroupProps) {
  const t = useTexts(texts);
  const [begunOpen] = useState(isOpen || changed > 0);
  return (
    <details className="wide" open={begunOpen}>
      <summary>{changed === 0 ? title : `${title} ${t('changed', { count: changed })}`}</summary>
      <fieldset className="fields" aria-label={title}>
        {children}
      </fieldset>
    </details>
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
  const isPenalty = name.endsWith('penalty');
  const without = isRule ? (isPenalty ? 'now_hard' : 'now_no_rule') : 'now_nothing';
  const help = typeof now === 'number' ? t('now', { value: formats.number(now) }) : t(without);
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
          <label htmlFor={id}>{t(isPenalty ? 'hard' : 'no_rule', { rule: t(name) })}</label>
        </div>
      ) : null}
    </div>
  );
}
