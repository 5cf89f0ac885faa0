import type { Text } from '../../domain/text.ts';
import { teamLabel } from '../constraints/labels.ts';
import { type Exclusion, exclusionsOf } from '../exclusions.ts';
import type { RegionIndex } from '../region-index.ts';

/** Why a participant can have no place at a team. Without rules, a decision locks the person elsewhere. */
export interface ExcludedFrom extends Text {
  readonly rules: ({ readonly rule: Exclusion['rule'] } & Text)[];
}

/** The rules against the team as such; where there are none, those that each SFI group meets with it. */
export function exclusionFrom(index: RegionIndex, participant: number, team: number): ExcludedFrom {
  const alone = exclusionsOf(index, participant, team);
  const found: readonly Exclusion[] =
    alone.length > 0
      ? alone
      : distinct(index.region.sfi_groups.flatMap((_, sfi) => exclusionsOf(index, participant, team, sfi)));
  const label = teamLabel(index, team);
  if (found.length === 0) {
    return {
      rules: [],
      sv: `Ett beslut låser personen till en annan plats än ${label.sv}.`,
      en: `A decision locks the person to another place than ${label.en}.`,
    };
  }
  return {
    rules: found.map(({ rule, reason }) => ({ rule, ...reason })),
    sv: alone.length > 0 ? `En regel utesluter ${label.sv}.` : `Ingen sfi-grupp går ihop med ${label.sv}.`,
    en: alone.length > 0 ? `A rule excludes ${label.en}.` : `No SFI group goes together with ${label.en}.`,
  };
}

/** One of each rule, the first that is met in the order of SFI group ids. */
function distinct(exclusions: readonly Exclusion[]): readonly Exclusion[] {
  const first = new Map<string, Exclusion>();
  for (const exclusion of exclusions) if (!first.has(exclusion.rule)) first.set(exclusion.rule, exclusion);
  return [...first.values()];
}
