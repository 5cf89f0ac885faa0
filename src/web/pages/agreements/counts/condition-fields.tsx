/** A condition on what is known of a person, built by choosing: its kind, then the fields of that kind, with its parts in frames of their own. */
import { useRef } from 'react';
import { amounts, events, milestones } from '../../../../followup/indicators/counts-words.ts';
import { useTexts } from '../../../language.tsx';
import { Choice } from '../../../parts/choice.tsx';
import { Field } from '../../../parts/field.tsx';
import { useSaid } from '../../../parts/said.tsx';
import { type Condition, changedTo, kindOf, kinds } from './kinds.ts';
import { OneOfFields } from './one-of-fields.tsx';
import { optionsOf } from './options.ts';
import { texts } from './texts.ts';

interface ConditionProps<Of extends Condition = Condition> {
  readonly condition: Of;
  readonly onChange: (condition: Condition) => void;
}

export function ConditionFields({ label, ...given }: ConditionProps & { readonly label: string }) {
  const t = useTexts(texts);
  const kind = kindOf(given.condition);
  return (
    <fieldset className="condition">
      <legend>{label}</legend>
      {kind === null ? (
        <p>{t('only_text')}</p>
      ) : (
        <>
          <Choice
            label={t('condition')}
            value={kind}
            options={kinds.map((one) => [one, t(one)])}
            onChange={(chosen) => given.onChange(changedTo(chosen, given.condition))}
          />
          <OwnFields {...given} />
        </>
      )}
    </fieldset>
  );
}

function OwnFields({ condition, onChange }: ConditionProps) {
  const t = useTexts(texts);
  const said = useSaid();
  if ('all' in condition) return <Parts parts={condition.all} onChange={(all) => onChange({ all })} />;
  if ('any' in condition) return <Parts parts={condition.any} onChange={(any) => onChange({ any })} />;
  if ('not' in condition)
    return (
      <ConditionFields label={t('inner')} condition={condition.not} onChange={(not) => onChange({ not })} />
    );
  if ('happened' in condition)
    return (
      <Choice
        label={t('event')}
        value={condition.happened}
        options={optionsOf(events, said)}
        onChange={(happened) => onChange({ happened })}
      />
    );
  if ('within' in condition) return <Within condition={condition} onChange={onChange} />;
  if ('amount' in condition) return <Amount condition={condition} onChange={onChange} />;
  return <OneOfFields condition={condition} onChange={onChange} />;
}

interface PartsProps {
  readonly parts: readonly Condition[];
  readonly onChange: (parts: readonly Condition[]) => void;
}

/** One at least; whoever takes one away goes on at the button that adds one. */
function Parts({ parts, onChange }: PartsProps) {
  const t = useTexts(texts);
  const add = useRef<HTMLButtonElement>(null);
  return (
    <>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part has no name but its place, and keeps the focus while it changes
        <div key={at} className="condition-part">
          <ConditionFields
            label={t('part', { number: at + 1 })}
            condition={part}
            onChange={(changed) => onChange(parts.with(at, changed))}
          />
          {parts.length === 1 ? null : (
            <button
              type="button"
              className="secondary"
              onClick={() => {
                onChange(parts.toSpliced(at, 1));
                add.current?.focus();
              }}
            >
              {t('remove_part', { number: at + 1 })}
            </button>
          )}
        </div>
      ))}
      <button
        ref={add}
        type="button"
        className="secondary"
        onClick={() => onChange([...parts, { happened: 'enrolled' }])}
      >
        {t('add_part')}
      </button>
    </>
  );
}

function Within({ condition, onChange }: ConditionProps<Extract<Condition, { within: unknown }>>) {
  const t = useTexts(texts);
  const said = useSaid();
  const { within } = condition;
  const options = optionsOf(milestones, said);
  return (
    <>
      <NumberField
        label={t('weeks')}
        value={within.weeks}
        isNeeded
        onChange={(weeks) => onChange({ within: { ...within, weeks: weeks ?? Number.NaN } })}
      />
      <Choice
        label={t('from_milestone')}
        value={within.from}
        options={options}
        onChange={(from) => onChange({ within: { ...within, from } })}
      />
      <Choice
        label={t('to_milestone')}
        value={within.to}
        options={options}
        onChange={(to) => onChange({ within: { ...within, to } })}
      />
    </>
  );
}

function Amount({ condition, onChange }: ConditionProps<Extract<Condition, { amount: unknown }>>) {
  const t = useTexts(texts);
  const said = useSaid();
  const { amount } = condition;
  const isUnbounded = amount.at_least === undefined && amount.at_most === undefined;
  return (
    <>
      <Choice
        label={t('measure')}
        value={amount.of}
        options={optionsOf(amounts, said)}
        onChange={(of) => onChange({ amount: { ...amount, of } })}
      />
      <NumberField
        label={t('at_least')}
        value={amount.at_least}
        isNeeded={isUnbounded}
        onChange={(at_least) => onChange({ amount: { ...amount, at_least } })}
      />
      <NumberField
        label={t('at_most')}
        value={amount.at_most}
        isNeeded={isUnbounded}
        onChange={(at_most) => onChange({ amount: { ...amount, at_most } })}
      />
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly isNeeded: boolean;
  readonly onChange: (value: number | undefined) => void;
}

/** Empty where there is no number. */
function NumberField({ label, value, isNeeded, onChange }: NumberFieldProps) {
  return (
    <Field
      label={label}
      type="number"
      step="any"
      min={0}
      required={isNeeded}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
    />
  );
}
