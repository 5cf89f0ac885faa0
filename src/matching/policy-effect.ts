/**
 * What a policy would change, shown on one pair that is nobody's: a person made up to fit a team in some ways and not in others, so that every
 * term has something to say and no real person's data is looked at.
 *
 *  1. The person speaks the language that most of the team's pupils speak, at B2, and wants the first of its roles.
 *  2. They know every other competence that the team asks for, have waited for a year, wish for the unit, and live beside it.
 *  3. They go to the SFI group of the pair. What a team lacks (languages, roles, competences) its pair lacks.
 */
import type { Policy } from '../domain/policy.ts';
import type { Region, TableRow } from '../domain/region.ts';
import type { Text } from '../domain/text.ts';
import { termsOf } from './options.ts';
import { termName } from './points/names.ts';
import type { TermPoints } from './points/term.ts';
import { indexRegion } from './region-index.ts';

/** What is known of the pair's places. */
export interface ExamplePlaces {
  readonly period: Region['period'];
  readonly unit: TableRow<'units'>;
  readonly team: TableRow<'teams'>;
  readonly languages: readonly TableRow<'team_languages'>[];
  readonly sfiGroup: TableRow<'sfi_groups'>;
}

interface TermEffect {
  readonly term: string;
  readonly name: Text;
  readonly before: number;
  readonly after: number;
}

export interface PolicyEffect {
  readonly terms: readonly TermEffect[];
  readonly before: number;
  readonly after: number;
}

/** The points of the example pair, term by term, under two policies. */
export function policyEffect(places: ExamplePlaces, before: Policy, after: Policy): PolicyEffect {
  const region = exampleRegion(places);
  const [earlier, later] = [before, after].map((policy) => termsOf(indexRegion(region, policy), 0, 0, 0));
  const inBoth = [...new Set([...earlier, ...later].map(({ term }) => term))];
  const terms = inBoth.map((term) => ({
    term,
    name: termName(term),
    before: given(earlier, term),
    after: given(later, term),
  }));
  return {
    terms,
    before: terms.reduce((sum, term) => sum + term.before, 0),
    after: terms.reduce((sum, term) => sum + term.after, 0),
  };
}

function given(terms: readonly TermPoints[], term: TermPoints['term']): number {
  return terms.find((one) => one.term === term)?.points ?? 0;
}

const exampleId = 'example';
const daysWaited = 365;

function exampleRegion({ period, unit, team, languages, sfiGroup }: ExamplePlaces): Region {
  const [first] = languages.toSorted(
    (a, b) => pupilsOf(b) - pupilsOf(a) || (a.language < b.language ? -1 : 1),
  );
  const permit = new Date(Date.parse(period.from) - daysWaited * 86_400_000).toISOString().slice(0, 10);
  return {
    format: 'resursutbyte/region@1',
    name: exampleId,
    period,
    participants: [
      {
        id: exampleId,
        gender: 'other',
        permit_date: permit,
        arrived_on: permit,
        available_from: period.from,
        area: exampleId,
        lat: unit.lat,
        lon: unit.lon,
        sfi_path: sfiGroup.path,
        sfi_course: sfiGroup.course,
        sfi_group: sfiGroup.id,
        school_forms: [unit.form],
        roles: team.roles.slice(0, 1),
        competences: team.competences.filter((_, i) => i % 2 === 0),
        max_commute_min: 90,
        min_team_hours: 0,
        max_week_hours: 40,
        avoid_units: [],
        prefer_units: [unit.id],
        child_units: [],
      },
    ],
    participant_languages:
      first === undefined ? [] : [{ participant: exampleId, language: first.language, level: 'B2' }],
    units: [unit],
    teams: [team],
    team_languages: languages,
    sfi_groups: [sfiGroup],
    sessions: [],
    areas: [],
    extracts: [],
    team_backgrounds: [],
    travel: [],
    decisions: [],
  };
}

/** A hidden count is taken as 1. */
function pupilsOf({ pupils }: TableRow<'team_languages'>): number {
  return pupils === '<5' ? 1 : pupils;
}
