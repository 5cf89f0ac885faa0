/** Who gains and who loses, group by group: those of a gender, of a study path, of a language. */
import type { Region } from '../domain/region.ts';
import { byText } from '../matching/order.ts';

export const groupings = ['gender', 'sfi_path', 'language'] as const;
type Grouping = (typeof groupings)[number];

interface Counts {
  readonly gain: number;
  readonly lose: number;
  readonly same: number;
}

export interface GroupShift extends Counts {
  readonly by: Grouping;
  readonly value: string;
}

interface Moved {
  readonly id: string;
  /** What is gained; a loss is below 0. */
  readonly points: number;
}

export function tally(people: readonly Moved[]): Counts {
  const gain = people.filter(({ points }) => points > 0).length;
  const lose = people.filter(({ points }) => points < 0).length;
  return { gain, lose, same: people.length - gain - lose };
}

/** By grouping, then by value. What is known of somebody is taken from the first of the regions that has them. */
export function groupShifts(regions: readonly Region[], people: readonly Moved[]): GroupShift[] {
  const rowOf = new Map(
    regions.toReversed().flatMap(({ participants }) => participants.map((row) => [row.id, row] as const)),
  );
  const languagesOf = new Map(
    regions
      .toReversed()
      .flatMap((region) => [...Map.groupBy(region.participant_languages, ({ participant }) => participant)]),
  );
  const valuesOf: Readonly<Record<Grouping, (id: string) => readonly string[]>> = {
    gender: (id) => [rowOf.get(id)?.gender ?? ''],
    sfi_path: (id) => [String(rowOf.get(id)?.sfi_path ?? '')],
    language: (id) => [...new Set((languagesOf.get(id) ?? []).map(({ language }) => language))],
  };
  return groupings.flatMap((by) => {
    const members = new Map<string, Moved[]>();
    for (const one of people) {
      for (const value of valuesOf[by](one.id)) {
        const group = members.get(value) ?? [];
        group.push(one);
        members.set(value, group);
      }
    }
    return [...members]
      .sort(([a], [b]) => byText(a, b))
      .map(([value, group]) => ({ by, value, ...tally(group) }));
  });
}
