/**
 * The arms of a comparison, as somebody names them: `placed`, `unplaced`, or where a place is, as `form:preschool`, `district:Farsta`,
 * `unit:ID` or `team:ID`.
 */
import type { Region } from '../../domain/region.ts';
import type { Text } from '../../domain/text.ts';

type Places = Pick<Region, 'teams' | 'units'>;

export interface Arm {
  readonly key: string;
  readonly name: Text;
  /** The teams whose places are in it. */
  readonly teams: ReadonlySet<string>;
  /** Whether it is that of the people without a place. */
  readonly isUnplaced: boolean;
}

/** Every arm that the region's places make, the widest first. Cost: linear in units and teams. */
export function armsOf({ teams, units }: Places): readonly Arm[] {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const by = (kind: string, groupOf: (team: Region['teams'][number]) => [id: string, name: Text] | null) => {
    const arms = new Map<string, { readonly name: Text; readonly teams: Set<string> }>();
    for (const team of teams) {
      const group = groupOf(team);
      if (group === null) continue;
      const arm = arms.get(group[0]) ?? { name: group[1], teams: new Set() };
      arms.set(group[0], arm);
      arm.teams.add(team.id);
    }
    return Array.from(arms, ([id, arm]): Arm => ({ key: `${kind}:${id}`, ...arm, isUnplaced: false }));
  };
  const ofUnit = (kind: string, groupOf: (unit: Region['units'][number]) => [string, Text]) =>
    by(kind, ({ unit: id }) => {
      const unit = unitOf.get(id);
      return unit === undefined ? null : groupOf(unit);
    });
  return [
    { key: 'placed', name: placed, teams: new Set(teams.map(({ id }) => id)), isUnplaced: false },
    { key: 'unplaced', name: unplaced, teams: new Set(), isUnplaced: true },
    ...ofUnit('form', ({ form }) => [form, formNames[form]]),
    ...ofUnit('district', ({ district }) => [district, inBoth(district)]),
    ...ofUnit('unit', ({ id, name }) => [id, inBoth(name)]),
    ...by('team', ({ id, name }) => [id, inBoth(name)]),
  ];
}

/** Null where the region has nothing by that name. */
export function readArm(key: string, places: Places): Arm | null {
  return armsOf(places).find((arm) => arm.key === key) ?? null;
}

/** Whether somebody could be in both at once. */
export function overlap(one: Arm, other: Arm): boolean {
  return (one.isUnplaced && other.isUnplaced) || !one.teams.isDisjointFrom(other.teams);
}

/** The key of the arm that a place, or none, is in; null where it is in neither. */
export function armOf(team: string | undefined, arms: readonly Arm[]): string | null {
  const holds = ({ teams, isUnplaced }: Arm): boolean => (team === undefined ? isUnplaced : teams.has(team));
  return arms.find(holds)?.key ?? null;
}

const placed: Text = { sv: 'en plats', en: 'a place' };
const unplaced: Text = { sv: 'ingen plats', en: 'no place' };
function inBoth(name: string): Text {
  return { sv: name, en: name };
}

const formNames: Readonly<Record<Region['units'][number]['form'], Text>> = {
  preschool: { sv: 'förskola', en: 'preschool' },
  compulsory: { sv: 'grundskola', en: 'compulsory school' },
  leisure: { sv: 'fritidshem', en: 'leisure-time centre' },
};
