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

/** Null where the region has nothing by that name. */
export function readArm(key: string, { teams, units }: Places): Arm | null {
  if (key === 'unplaced') return { key, name: unplaced, teams: new Set(), isUnplaced: true };
  const [kind, ...rest] = key.split(':');
  const id = rest.join(':');
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const chosen = teams.filter((team) => {
    if (key === 'placed') return true;
    if (kind === 'team') return team.id === id;
    const unit = unitOf.get(team.unit);
    if (kind === 'unit') return unit?.id === id;
    return (kind === 'form' && unit?.form === id) || (kind === 'district' && unit?.district === id);
  });
  if (chosen.length === 0) return null;
  const named = { unit: unitOf.get(id)?.name, team: chosen[0].name }[kind] ?? id;
  const name = key === 'placed' ? placed : (formNames[id] ?? { sv: named, en: named });
  return { key, name, teams: new Set(chosen.map((team) => team.id)), isUnplaced: false };
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
const formNames: Readonly<Record<string, Text>> = {
  preschool: { sv: 'förskola', en: 'preschool' },
  compulsory: { sv: 'grundskola', en: 'compulsory school' },
  leisure: { sv: 'fritidshem', en: 'leisure-time centre' },
};
