/** The conditions that somebody is one of several: of a gender, of a study path, with one of these reasons, with one of these states afterwards. */

import { leaveReasons } from '../../../../domain/pair-reasons.ts';
import { genders, occupations, supports } from '../../../../followup/indicators/counts-words.ts';
import { useTexts } from '../../../language.tsx';
import { Choice } from '../../../parts/choice.tsx';
import { useSaid } from '../../../parts/said.tsx';
import { Checks } from './checks.tsx';
import type { Condition } from './kinds.ts';
import { optionsOf } from './options.ts';
import { texts } from './texts.ts';

type Status = Extract<Condition, { status: unknown }>;
type OneOf =
  | Status
  | Extract<
      Condition,
      { everybody: true } | { gender: unknown } | { sfi_path: unknown } | { left_because: unknown }
    >;

interface OneOfProps<Of extends OneOf = OneOf> {
  readonly condition: Of;
  readonly onChange: (condition: Of) => void;
}

const paths = [1, 2, 3] as const;
const times = ['latest', 3, 6, 12, 24] as const;

export function OneOfFields({ condition, onChange }: OneOfProps) {
  const t = useTexts(texts);
  const said = useSaid();
  if ('status' in condition) return <StatusFields condition={condition} onChange={onChange} />;
  if ('gender' in condition)
    return (
      <Checks
        label={t('genders')}
        isNeeded
        chosen={condition.gender}
        options={optionsOf(genders, said)}
        onChange={(gender) => onChange({ gender })}
      />
    );
  if ('sfi_path' in condition)
    return (
      <Checks
        label={t('paths')}
        isNeeded
        chosen={condition.sfi_path}
        options={paths.map((path) => [path, t('path', { path })])}
        onChange={(sfi_path) => onChange({ sfi_path })}
      />
    );
  if ('left_because' in condition)
    return (
      <Checks
        label={t('reasons')}
        isNeeded
        chosen={condition.left_because}
        options={optionsOf(leaveReasons, said)}
        onChange={(left_because) => onChange({ left_because })}
      />
    );
  return null;
}

/** Without any ticked, that there is a state on record at all. */
function StatusFields({ condition: { status }, onChange }: OneOfProps<Status>) {
  const t = useTexts(texts);
  const said = useSaid();
  const some = <Value,>(chosen: Value[]): Value[] | undefined => (chosen.length === 0 ? undefined : chosen);
  return (
    <>
      <Choice
        label={t('at')}
        value={status.at}
        options={times.map((at) => [at, at === 'latest' ? t('latest') : t('months', { count: at })])}
        onChange={(at) => onChange({ status: { ...status, at } })}
      />
      <Checks
        label={t('occupation')}
        isNeeded={false}
        chosen={status.occupation ?? []}
        options={optionsOf(occupations, said)}
        onChange={(occupation) => onChange({ status: { ...status, occupation: some(occupation) } })}
      />
      <Checks
        label={t('self_support')}
        isNeeded={false}
        chosen={status.self_support ?? []}
        options={optionsOf(supports, said)}
        onChange={(self_support) => onChange({ status: { ...status, self_support: some(self_support) } })}
      />
    </>
  );
}
