/**
 * A region of any size from Sweden's real preschools. Real: the preschools with coordinates, municipality, kind of principal,
 * children and staff, which size the teams. Synthetic, drawn by seed: participants, teams, languages, SFI groups, timetables.
 *
 * 1. The preschools of the municipalities asked for get teams and seats for 92 % of the participants (preschools.ts). Where
 *    these are more than the preschools' size gives, they get them all the same, and it is said: short of seats by the same
 *    share, regions stay comparable.
 * 2. Participants are drawn: where they live by the children of the preschools that take part (municipalities.ts).
 * 3. Teams are drawn (teams.ts), then SFI groups with seats for 97 % of those who need each course (sfi-groups.ts).
 *
 * Cost: about linear in participants and teams; a quarter of a gigabyte at 50,000 participants.
 */
import { policySchema } from '../../domain/policy.ts';
import type { Region } from '../../domain/region.ts';
import { coursesNow } from '../courses.ts';
import { enrolled } from '../enrolment.ts';
import { extractsOf } from '../extracts.ts';
import { type PoolPlan, pool } from '../participants.ts';
import { swedishPreschools } from '../sources.ts';
import { preschoolCompetences } from '../team.ts';
import { type Municipality, municipalitiesOf, nationalDwellings } from './municipalities.ts';
import {
  areaOf,
  handOutSeats,
  type Preschool,
  preschoolOf,
  seatsBySize,
  type TeamSeats,
} from './preschools.ts';
import { areaOfGroup, nationalSfi } from './sfi-groups.ts';
import { nationalTeams } from './teams.ts';

export interface SwedenPlan {
  readonly participants: number;
  readonly seed: number;
  /** Official codes of three or four digits; null for all. */
  readonly municipalities: readonly string[] | null;
}

/** Teams given more seats than their size gives, so that there are seats for the participants asked for all the same. */
export interface Crowding {
  /** In all teams together: the seats that their size gives, and those given. */
  readonly bySize: number;
  readonly given: number;
  /** In the team that has most. */
  readonly mostInATeam: number;
  /** For so many participants, and no more, seats by size are enough. */
  readonly participantsBySize: number;
}

export type SwedenRegion =
  | { readonly status: 'made'; readonly region: Region; readonly crowding: Crowding | null }
  /** No preschool of these municipalities is in the sources. */
  | { readonly status: 'unknown_municipalities'; readonly codes: readonly string[] };

const START = '2026-08-17';
const LATER_START = '2026-09-14';
const TEAM_SEATS_EACH = 0.92;
const SFI_SEATS_EACH = 0.97;
const WOMEN_SHARE = 0.6;
const OTHERS_SHARE = 0.006;

/** The same plan gives the same region. */
export function swedenRegion(plan: SwedenPlan): SwedenRegion {
  const { participants: number, seed } = plan;
  const all = swedishPreschools().map(preschoolOf);
  const areas = new Set(all.map(({ area }) => area));
  const codes = plan.municipalities?.filter((code) => !areas.has(areaOf(code))) ?? [];
  if (codes.length > 0) return { status: 'unknown_municipalities', codes };
  const asked = new Set(plan.municipalities?.map(areaOf) ?? areas);
  const preschools = all.filter(({ area }) => asked.has(area));
  const slots = handOutSeats(preschools, Math.round(TEAM_SEATS_EACH * number), seed);
  const crowding = crowdingOf(preschools, slots);
  const municipalities = municipalitiesOf([...new Set(slots.map(({ place }) => place))], number, seed);
  const people = pool(poolPlan(municipalities, number, seed));
  const school = nationalTeams(municipalities, slots, { seed, starts: [START, LATER_START] });
  const seats = Math.round(SFI_SEATS_EACH * number);
  const sfi = nationalSfi(municipalities, people.participants, { seed, seats, startsOn: START });
  const sessions = [...school.sessions, ...sfi.sessions, ...people.sessions];
  const region: Region = {
    format: 'resursutbyte/region@1',
    name: nameOf(plan),
    period: { from: START, to: '2027-06-11' },
    provenance: [
      provenance(school.units.length, number, seed),
      ...(crowding ? [crowded(crowding)] : []),
    ].join(' '),
    policy: policySchema.parse({
      equity: { placement_tolerance: 5, points_tolerance: 5 },
    }),
    ...school,
    team_backgrounds: [],
    ...sfi,
    ...people,
    participants: enrolled({ ...sfi, participants: people.participants, sessions }, seed, areaOfGroup),
    sessions,
    areas: [],
    extracts: extractsOf(people.participants, {
      seed,
      principals: principalsOf(municipalities),
      share: 0.12,
      recent: ['2026-02-16', '2026-05-11', '2026-06-15'],
      tooOld: '2025-04-14',
    }),
    travel: [],
    decisions: [],
  };
  return { status: 'made', region, crowding };
}

function crowdingOf(preschools: readonly Preschool[], slots: readonly TeamSeats[]): Crowding | null {
  const bySize = seatsBySize(preschools);
  const given = slots.reduce((sum, { seats }) => sum + seats, 0);
  if (given <= bySize) return null;
  return {
    bySize,
    given,
    mostInATeam: slots.reduce((most, { seats }) => Math.max(most, seats), 0),
    participantsBySize: Math.floor(bySize / TEAM_SEATS_EACH),
  };
}

function poolPlan(municipalities: readonly Municipality[], number: number, seed: number): PoolPlan {
  const woman = Math.round(WOMEN_SHARE * number);
  const other = Math.round(OTHERS_SHARE * number);
  return {
    seed,
    genders: { woman, man: number - woman - other, other },
    dwelling: nationalDwellings(municipalities),
    courses: coursesNow,
    // All accept preschools, and most think of nothing else, as there is nothing else here.
    forms: [
      { forms: ['preschool', 'compulsory'], weight: 2 },
      { forms: ['preschool'], weight: 8 },
    ],
    competences: [...preschoolCompetences, 'teaching', 'sports', 'it', 'sewing'],
    arrivals: { from: '2023-09', to: '2026-01', permitAfter: [2, 12], permitsBefore: '2026-07' },
    availableFrom: START,
    availableLater: [LATER_START],
    backgrounds: false,
  };
}

/** Who may have seen an extract: the municipality where the person lives, where it runs a preschool that takes part. */
function principalsOf(
  municipalities: readonly Municipality[],
): (person: { readonly area: string }) => readonly string[] {
  const running = new Set(
    municipalities
      .filter(({ preschools }) => preschools.some(({ municipal }) => municipal))
      .map(({ area }) => area),
  );
  return ({ area }) => (running.has(area) ? [area] : []);
}

function nameOf({ municipalities }: SwedenPlan): string {
  return municipalities === null
    ? 'Sverige 2026/27'
    : `Sverige 2026/27: ${municipalities.length === 1 ? areaOf(municipalities[0]) : `${municipalities.length} kommuner`}`;
}

function crowded({ bySize, given, mostInATeam }: Crowding): string {
  return `Not like the real places: the teams' size gives ${bySize} seats, and ${given} were handed out, up to ${mostInATeam} in a team.`;
}

function provenance(units: number, participants: number, seed: number): string {
  return `Real: ${units} preschools of Sweden (Skolverket's figures, August 2025) with coordinates, municipality by official code and kind of principal; their children and staff (not in these tables) size the teams. Names are not in the source; the number in the register stands for them. Synthetic, drawn by a seeded generator (seed ${seed}): ${participants} participants, their homes and languages, teams, pupils' languages, SFI groups and their places, timetables, extracts. See data/README.md.`;
}
