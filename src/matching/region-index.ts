import { dayNumber } from '../domain/dates.ts';
import type { Policy } from '../domain/policy.ts';
import type { Region } from '../domain/region.ts';
import { type TravelTable, travelTable } from '../domain/travel.ts';
import { intelligibilityTable } from './intelligibility-table.ts';
import { createPairPlans, type PairPlans } from './pair-plans.ts';
import { type Names, type ParticipantFacts, participantFacts } from './participant-facts.ts';
import {
  type GroupFacts,
  groupFacts,
  type TeamFacts,
  teamFacts,
  type UnitFacts,
  unitFacts,
} from './place-facts.ts';
import { type PreviousFacts, type PreviousPair, previousFacts } from './previous.ts';

/**
 * A region as integers: names become numbers once, here, and rules, points and constraints read only numbers.
 *
 * Participants, teams, units and SFI groups are numbered as their rows stand in the region's arrays. Languages, countries, competences,
 * principals and districts are numbered in the order of their names' code units. Nobody may let a result hang on a row's number:
 * what has to be ordered is ordered by id.
 */
export interface RegionIndex {
  readonly region: Region;
  readonly policy: Policy;
  readonly names: Names;
  /** ISO 639-3 codes, countries, principals and districts by number. */
  readonly languages: readonly string[];
  readonly countries: readonly string[];
  readonly principals: readonly string[];
  readonly districts: readonly string[];
  /** How well whoever speaks language a understands b, in percent, at a * languages + b (see intelligibility-table.ts). */
  readonly intelligibility: Uint8Array;
  readonly participants: ParticipantFacts;
  readonly units: UnitFacts;
  readonly teams: TeamFacts;
  readonly groups: GroupFacts;
  readonly travel: TravelTable;
  /** What was proposed before (previous.ts). */
  readonly previous: PreviousFacts;
  /** What a team and an SFI group leave together (pair-plans.ts). */
  readonly pairs: PairPlans;
  /** First and last day of the period (domain/dates.ts). */
  readonly from: number;
  readonly to: number;
}

/** Reads a checked region. Throws only where the region breaks what check-region guarantees (a dangling reference, a session that ends before it starts). */
export function indexRegion(
  region: Region,
  policy: Policy,
  previous: readonly PreviousPair[] = [],
): RegionIndex {
  const lists = namedLists(region);
  const names: Names = {
    participant: numbers(region.participants.map((row) => row.id)),
    team: numbers(region.teams.map((row) => row.id)),
    unit: numbers(region.units.map((row) => row.id)),
    sfi: numbers(region.sfi_groups.map((row) => row.id)),
    language: numbers(lists.languages),
    country: numbers(lists.countries),
    competence: numbers(lists.competences),
    principal: numbers(lists.principals),
    district: numbers(lists.districts),
  };
  const travel = travelTable(region.travel);
  const units = unitFacts(region, names, travel);
  const teams = teamFacts(region, names);
  const groups = groupFacts(region, names, travel);
  return {
    region,
    policy,
    names,
    languages: lists.languages,
    countries: lists.countries,
    principals: lists.principals,
    districts: lists.districts,
    intelligibility: intelligibilityTable(lists.languages),
    participants: participantFacts(region, policy, names, travel),
    units,
    teams,
    groups,
    travel,
    previous: previousFacts(previous, names),
    pairs: createPairPlans({ travel, rule: policy.travel, units, teams, groups }),
    from: dayNumber(region.period.from),
    to: dayNumber(region.period.to),
  };
}

function namedLists(region: Region) {
  const { participants, teams, units } = region;
  const countries = participants.flatMap((row) => (row.background === undefined ? [] : [row.background]));
  return {
    languages: distinct([
      ...region.participant_languages.map((row) => row.language),
      ...region.team_languages.map((row) => row.language),
    ]),
    countries: distinct([...countries, ...region.team_backgrounds.map((row) => row.country)]),
    competences: distinct([
      ...participants.flatMap((row) => row.competences),
      ...teams.flatMap((row) => row.competences),
    ]),
    principals: distinct(units.map((row) => row.principal)),
    districts: distinct(units.map((row) => row.district)),
  };
}

/** Without repeats, in the order of code units, which is the same in every locale. */
function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

function numbers(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, number) => [name, number]));
}
