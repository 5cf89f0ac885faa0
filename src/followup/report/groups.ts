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

/** Cost: a pass over the cases for every group that is joined. */
function joinSmall({ groups, groupOf }: Grouping): Grouping {
  const sizes = groups.map((_, group) => groupOf.filter((own) => own === group).length);
  const smallestFirst = groups.map((_, group) => group).filter((group) => sizes[group] > 0);
  smallestFirst.sort((a, b) => sizes[a] - sizes[b] || a - b);
  const [small, next] = smallestFirst;
  const emptyGone = (group: number): boolean => sizes[group] > 0;
  if (next === undefined || sizes[small] >= LEAST_SHOWN) return keepOnly({ groups, groupOf }, emptyGone);
  const [first, second] = small < next ? [groups[small], groups[next]] : [groups[next], groups[small]];
  const joined = {
    id: `${first.id}+${second.id}`,
    name: { sv: `${first.name.sv} och ${second.name.sv}`, en: `${first.name.en} and ${second.name.en}` },
  };
  return joinSmall({
    groups: groups.map((group, place) => (place === next ? joined : group)),
    groupOf: groupOf.map((own) => (own === small ? next : own)),
  });
}

function keepOnly({ groups, groupOf }: Grouping, keeps: (group: number) => boolean): Grouping {
  const kept = groups.map((_, group) => group).filter(keeps);
  return {
    groups: kept.map((group) => groups[group]),
    groupOf: groupOf.map((own) => kept.indexOf(own)),
  };
}
