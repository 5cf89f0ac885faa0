/** What an indicator counts, built by choosing: a share or a middle value of participants, or what teams want and partners promised. */
import { amounts, type Counts, milestones } from '../../../../followup/indicators/counts-words.ts';
import { useTexts } from '../../../language.tsx';
import { Choice } from '../../../parts/choice.tsx';
import { Field } from '../../../parts/field.tsx';
import { useSaid } from '../../../parts/said.tsx';
import { today } from '../../../parts/today.ts';
import { ConditionFields } from './condition-fields.tsx';
import type { Share } from './kinds.ts';
import { optionsOf } from './options.ts';
import { texts } from './texts.ts';

interface CountsProps {
  readonly counts: Counts;
  readonly onChange: (counts: Counts) => void;
}

const countsKinds = ['share', 'median', 'language_need', 'commitments'] as const;
const enrolled = { happened: 'enrolled' } as const;

export function CountsFields({ counts, onChange }: CountsProps) {
  const t = useTexts(texts);
  if (!countsKinds.includes(counts.kind)) return <p>{t('only_text')}</p>;
  return (
    <div className="counts">
      <Choice
        label={t('counts_kind')}
        value={counts.kind}
        options={countsKinds.map((kind) => [kind, t(`kind_${kind}`)])}
        onChange={(kind) => onChange(begun(kind, counts))}
      />
      <OwnFields counts={counts} onChange={onChange} />
    </div>
  );
}

function OwnFields({ counts, onChange }: CountsProps) {
  const t = useTexts(texts);
  const said = useSaid();
  if (counts.kind === 'language_need') return null;
  if (counts.kind === 'commitments')
    return (
      <Choice
        label={t('promised_kind')}
        value={counts.of}
        options={(['seats', 'sfi_places'] as const).map((of) => [of, t(of)])}
        onChange={(of) => onChange({ ...counts, of })}
      />
    );
  return (
    <>
      <PeriodFields period={counts.period} onChange={(period) => onChange({ ...counts, period })} />
      <ConditionFields
        label={t('denominator')}
        condition={counts.denominator}
        onChange={(denominator) => onChange({ ...counts, denominator })}
      />
      {counts.kind === 'share' ? (
        <ConditionFields
          label={t('numerator')}
          condition={counts.numerator}
          onChange={(numerator) => onChange({ ...counts, numerator })}
        />
      ) : (
        <Choice
          label={t('measure')}
          value={counts.amount}
          options={optionsOf(amounts, said)}
          onChange={(amount) => onChange({ ...counts, amount })}
        />
      )}
    </>
  );
}

interface PeriodProps {
  readonly period: Share['period'];
  readonly onChange: (period: Share['period']) => void;
}

function PeriodFields({ period, onChange }: PeriodProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const now = today();
  return (
    <>
      <Choice
        label={t('period_of')}
        value={period?.of ?? 'no_period'}
        options={[['no_period', t('no_period')], ...optionsOf(milestones, said)]}
        onChange={(of) => onChange(of === 'no_period' ? null : { from: now, to: now, ...period, of })}
      />
      {period?.of === undefined ? null : (
        <>
          <Field
            label={t('period_from')}
            type="date"
            required
            value={period.from}
            onChange={({ target }) => onChange({ ...period, from: target.value })}
          />
          <Field
            label={t('period_to')}
            type="date"
            required
            min={period.from}
            value={period.to}
            onChange={({ target }) => onChange({ ...period, to: target.value })}
          />
        </>
      )}
    </>
  );
}

/** Of another kind; whom it is about stays where both are about participants. */
function begun(kind: Counts['kind'], before: Counts): Counts {
  const isOfPeople = before.kind === 'share' || before.kind === 'median';
  const people = {
    population: 'participants' as const,
    period: isOfPeople ? before.period : null,
    denominator: isOfPeople ? before.denominator : enrolled,
  };
  switch (kind) {
    case 'share':
      return { kind, ...people, numerator: { happened: 'completed' } };
    case 'median':
      return { kind, ...people, amount: 'weeks_attended' };
    case 'language_need':
      return { kind, population: 'adults_wanted' };
    case 'commitments':
      return { kind, population: 'promised', of: 'seats' };
  }
}
