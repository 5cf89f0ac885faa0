/** The places whose worth can be asked: one more of each, what rows it gives room in, and what the prices say of it. */
import type { Text } from '../../domain/text.ts';
import { groupLabel, teamLabel } from '../../matching/constraints/labels.ts';
import type { Choices } from '../../matching/matching.ts';
import { byText } from '../../matching/order.ts';
import type { PlaceKind } from './place-kinds.ts';

export interface Place {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly name: Text;
  /** Each entry is a way to give the room: rows (indices) whose limit rises by one. Only a district has several. */
  readonly ways: readonly (readonly number[])[];
}

/** Every place of these kinds, in the order of kinds and then of ids. */
export function placesOf(
  { region, index, rows }: Pick<Choices, 'region' | 'index' | 'rows'>,
  kinds: readonly PlaceKind[],
): readonly Place[] {
  const rowOf = new Map(rows.map(({ id }, r) => [id, r]));
  const found = (...ids: readonly string[]): readonly number[] => ids.flatMap((id) => rowOf.get(id) ?? []);
  const seatIn = (team: string): readonly number[] => found(`team:${team}`, `supervisors:${team}`);
  const districtOf = new Map(region.units.map(({ id, district }) => [id, district]));
  const makers: Readonly<Record<PlaceKind, () => readonly Place[]>> = {
    team: () =>
      region.teams.map(({ id }, t) => ({ kind: 'team', id, name: teamLabel(index, t), ways: [seatIn(id)] })),
    supervisors: () =>
      region.teams.flatMap(({ id }, t) => {
        const row = found(`supervisors:${id}`);
        const { sv, en } = teamLabel(index, t);
        const name = { sv: `handledare i ${sv}`, en: `supervision in ${en}` };
        return row.length === 0 ? [] : [{ kind: 'supervisors', id, name, ways: [row] }];
      }),
    sfi_group: () =>
      region.sfi_groups.map(({ id }, g) => ({
        kind: 'sfi_group',
        id,
        name: groupLabel(index, g),
        ways: [found(`sfi:${id}`)],
      })),
    district: () =>
      index.districts.map((district) => ({
        kind: 'district',
        id: district,
        name: { sv: `stadsdelen ${district}`, en: `the district ${district}` },
        ways: region.teams
          .filter(({ unit }) => districtOf.get(unit) === district)
          .map(({ id }) => seatIn(id)),
      })),
  };
  return kinds.flatMap((kind) => [...makers[kind]()].sort((a, b) => byText(a.id, b.id)));
}

/** What the prices say that one more is worth: of the best way, the sum over its rows. */
export function priceOf({ ways }: Place, prices: Float64Array): number {
  return ways.reduce(
    (most, rows) =>
      Math.max(
        most,
        rows.reduce((sum, row) => sum + prices[row], 0),
      ),
    0,
  );
}
