import type { Text } from '../../domain/text.ts';
import type { RegionIndex } from '../region-index.ts';

/** What teams, groups and genders are called in the sentences about constraints. */

export type Gender = RegionIndex['region']['participants'][number]['gender'];

export const GENDERS = ['woman', 'man', 'other'] as const satisfies readonly Gender[];

const people: Readonly<Record<Gender, Text>> = {
  woman: { sv: 'kvinnor', en: 'women' },
  man: { sv: 'män', en: 'men' },
  other: { sv: 'personer av annat kön', en: 'people of another gender' },
};

export function genderLabel(gender: Gender): Text {
  return people[gender];
}

export function teamLabel(index: RegionIndex, team: number): Text {
  const { id, name } = index.region.teams[team];
  const unit = index.region.units[index.teams.unit[team]].name;
  return { sv: `arbetslaget ${name} vid ${unit} (${id})`, en: `the team ${name} at ${unit} (${id})` };
}

export function groupLabel(index: RegionIndex, sfi: number): Text {
  const { id, provider } = index.region.sfi_groups[sfi];
  return { sv: `sfi-gruppen ${id} hos ${provider}`, en: `the SFI group ${id} at ${provider}` };
}

/** A number to one decimal: `40,5` and `40.5`. */
export function numberLabel(value: number): Text {
  const en = String(Math.round(value * 10) / 10);
  return { sv: en.replace('.', ','), en };
}

/** A share of 0-1 as `40,5 %` and `40.5%`. */
export function percentLabel(share: number): Text {
  const { sv, en } = numberLabel(share * 100);
  return { sv: `${sv} %`, en: `${en}%` };
}

/** A number and its noun: 1 person, 2 personer. */
export function countLabel(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
