/**
 * The groups by which figures are shown. A group of fewer than five people is joined with the smallest other one, and named with it: left
 * out, its figures would be the total less the others; with it, women's and men's figures can be shown although one person is neither.
 */
import { LEAST_SHOWN } from '../../domain/small-numbers.ts';
import type { Text } from '../../domain/text.ts';
import { type Case, dayOf } from '../case.ts';
import type { Settings } from '../settings-format.ts';
import type { GroupKind } from './report-format.ts';

export interface Grouping {
  readonly groups: readonly { readonly id: string; readonly name: Text }[];
  /** The index in `groups` of each case, -1 where it belongs to none. */
  readonly groupOf: readonly number[];
}

type PersonKind = Exclude<GroupKind, 'unit'>;

export const personKinds: readonly PersonKind[] = ['gender', 'district', 'sfi_path'];

const genderNames = {
  woman: { sv: 'kvinnor', en: 'women' },
  man: { sv: 'män', en: 'men' },
  other: { sv: 'annat', en: 'other' },
} as const satisfies Record<Case['participant']['gender'], Text>;

/** Groups in a fixed order: of the kind's own words, else by name. */
export function groupBy(kind: PersonKind, cases: readonly Case[]): Grouping {
  const idOf = (known: Case): string => {
    if (kind === 'gender') return known.participant.gender;
    return kind === 'district' ? (known.district ?? '') : String(known.participant.sfi_path);
  };
  const ids = kind === 'gender' ? ['woman', 'man', 'other'] : [...new Set(cases.map(idOf))].sort();
  return joinSmall(
    grouped(
      ids.map((id) => ({ id, name: nameOf(kind, id) })),
      cases.map(idOf),
    ),
  );
}

/** The periods of the settings by day of enrolment. */
export function groupByPeriod(periods: Settings['periods'], cases: readonly Case[]): Grouping {
  const ids = cases.map((known) => {
    const day = dayOf(known, 'enrolled');
    return periods.find(({ from, to }) => day !== null && day >= from && day <= to)?.id ?? '';
  });
  return grouped(
    periods.map(({ id, name }) => ({ id, name })),
    ids,
  );
}

function nameOf(kind: PersonKind, id: string): Text {
  if (kind === 'sfi_path') return { sv: `studieväg ${id}`, en: `study path ${id}` };
  if (kind === 'gender' && (id === 'woman' || id === 'man' || id === 'other')) return genderNames[id];
  return { sv: id, en: id };
}

function grouped(groups: Grouping['groups'], ids: readonly string[]): Grouping {
  const places = new Map(groups.map(({ id }, place) => [id, place]));
  return { groups, groupOf: ids.map((id) => places.get(id) ?? -1) };
}

/** Joins until no group is small; a group of nobody is left out. Cost: a pass over the cases, then over the groups for each that is joined. */
function joinSmall({ groups, groupOf }: Grouping): Grouping {
  const joined = groups.map((_, group) => ({ members: [group], size: 0 }));
  for (const group of groupOf) if (group >= 0) joined[group].size++;
  const left = joined.filter(({ size }) => size > 0);
  for (;;) {
    left.sort((a, b) => a.size - b.size || a.members[0] - b.members[0]);
    const [small, next] = left;
    if (next === undefined || small.size >= LEAST_SHOWN) break;
    left.splice(0, 2, {
      members: [...small.members, ...next.members].sort((a, b) => a - b),
      size: small.size + next.size,
    });
  }
  left.sort((a, b) => a.members[0] - b.members[0]);
  const placeOf = new Map(left.flatMap(({ members }, place) => members.map((group) => [group, place])));
  return {
    groups: left.map(({ members }) => nameTogether(members.map((group) => groups[group]))),
    groupOf: groupOf.map((group) => placeOf.get(group) ?? -1),
  };
}

function nameTogether(groups: Grouping['groups']): Grouping['groups'][number] {
  return {
    id: groups.map(({ id }) => id).join('+'),
    name: {
      sv: groups.map(({ name }) => name.sv).join(' och '),
      en: groups.map(({ name }) => name.en).join(' and '),
    },
  };
}
