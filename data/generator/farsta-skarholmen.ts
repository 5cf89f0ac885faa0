/**
 * data/farsta-skarholmen: both districts as they are now. All 79 preschools and 24 schools with their real children and
 * coordinates; teams in number by size, 30 SFI groups at real SFI places, 600 participants. Everything about people, teams
 * and groups is synthetic.
 */
import type { Region } from '../../src/domain/region.ts';
import { apportion } from '../../src/generate/apportion.ts';
import type { Course } from '../../src/generate/courses.ts';
import { enrolled } from '../../src/generate/enrolment.ts';
import { extractsOf } from '../../src/generate/extracts.ts';
import { originsNow } from '../../src/generate/origins.ts';
import { bothForms, pool } from '../../src/generate/participants.ts';
import { random } from '../../src/generate/random.ts';
import { drawTeam, preschoolCompetences, schoolCompetences } from '../../src/generate/team.ts';
import type { SfiTimetable } from '../../src/generate/timetables.ts';
import { dwellings } from './dwellings.ts';
import { areas, type Place, places } from './places.ts';
import { policyNow } from './policies.ts';
import { type GroupPlan, type SfiPlaceName, sfiTables } from './sfi-groups.ts';
import { type TeamPlan, teamTables } from './teams.ts';

const SEED = 2026;
const START = '2026-08-17';
const LATER_START = '2026-09-14';
const TEAM_SEATS = 564;
const SFI_SEATS = 592;
/** A team does not work with more pupils than this, however large its school is. */
const MOST_PUPILS = 110;

const courses: readonly (Course & {
  readonly weight: number;
  readonly groups: readonly (readonly [SfiPlaceName, SfiTimetable])[];
})[] = [
  course(1, 'A', 8, ['skarholmen', 'midmorning'], ['aso', 'morning'], ['skarholmen', 'long_afternoon']),
  course(1, 'B', 10, ['skarholmen', 'morning'], ['aso', 'afternoon'], ['rosenlund', 'midmorning']),
  course(1, 'C', 7, ['skarholmen', 'afternoon'], ['rosenlund', 'morning'], ['aso', 'midmorning']),
  course(1, 'D', 6, ['skarholmen', 'midmorning'], ['aso', 'long_afternoon'], ['rosenlund', 'evening']),
  course(
    2,
    'B',
    14,
    ['skarholmen', 'morning'],
    ['skarholmen', 'evening'],
    ['aso', 'midmorning'],
    ['rosenlund', 'afternoon'],
  ),
  course(
    2,
    'C',
    16,
    ['skarholmen', 'midmorning'],
    ['aso', 'morning'],
    ['alma', 'long_afternoon'],
    ['rosenlund', 'evening'],
  ),
  course(2, 'D', 12, ['skarholmen', 'afternoon'], ['aso', 'evening'], ['alma', 'morning']),
  course(
    3,
    'C',
    15,
    ['skarholmen', 'morning'],
    ['aso', 'afternoon'],
    ['rosenlund', 'midmorning'],
    ['alma', 'evening'],
  ),
  course(3, 'D', 12, ['skarholmen', 'evening'], ['rosenlund', 'morning'], ['aso', 'midmorning']),
];

const groups: readonly GroupPlan[] = courses.flatMap(({ path, course: step, groups: meetings }) =>
  meetings.map(([place, time], k) => ({
    id: `sfi-${path}${step.toLowerCase()}-${k + 1}`,
    path,
    course: step,
    place,
    time,
    ...(k === 0 ? { reserved: 1 } : {}),
  })),
);

/** The whole region. */
export function farstaSkarholmen(): Region {
  const people = pool({
    seed: SEED,
    genders: { woman: 360, man: 236, other: 4 },
    dwelling: dwellings({
      origins: originsNow,
      weightOf: ({ foreignBorn }) => foreignBorn,
      units: places,
      commutes: [35, 40, 45, 50, 60],
    }),
    forms: bothForms,
    courses,
    competences: [...new Set([...preschoolCompetences, ...schoolCompetences])],
    arrivals: { from: '2023-09', to: '2026-01', permitAfter: [2, 12], permitsBefore: '2026-07' },
    availableFrom: START,
    availableLater: [LATER_START],
    backgrounds: false,
  });
  const principals = [...new Set(places.filter(({ municipal }) => municipal).map(principalOf))];
  const school = teamTables(places, teamPlans(), {
    seed: SEED,
    year: 'now',
    languagesKept: [5, 7],
    principalOf,
  });
  const sfi = sfiTables(groups, people.participants, SFI_SEATS, START);
  const sessions = [...school.sessions, ...sfi.sessions, ...people.sessions];
  return {
    format: 'resursutbyte/region@1',
    name: 'Farsta och Skärholmen 2026/27',
    period: { from: START, to: '2027-06-11' },
    provenance: provenance(),
    policy: policyNow,
    ...school,
    team_backgrounds: [],
    ...sfi,
    ...people,
    participants: enrolled({ ...sfi, participants: people.participants, sessions }, SEED),
    sessions,
    areas: areas.map(({ name, lat, lon }) => ({ name, lat, lon })),
    extracts: extractsOf(people.participants, {
      seed: SEED,
      principals: () => principals,
      share: 0.12,
      recent: ['2026-02-16', '2026-05-11', '2026-06-15'],
      tooOld: '2025-04-14',
    }),
    travel: [],
    decisions: [],
  };
}

function provenance(): string {
  const approximate = places
    .filter((place) => place.approximate !== null)
    .map((place) => `${place.id} (${place.approximate})`);
  return `Real: the areas, the 79 preschools and 24 schools with names, districts, forms and coordinates; children and pupils (not in these tables) size the teams. Synthetic, drawn by a seeded generator: participants, teams, pupils' languages, SFI groups, timetables, extracts. Approximate coordinates: ${approximate.join('; ')}; SFI places other than Vårholmsbackarna 100. See data/README.md.`;
}

/** Districts run municipal preschools, the city's education committee the schools; independent principals are not in the sources. */
function principalOf({ municipal, form, district, name }: Place): string {
  if (!municipal) return `Enskild huvudman: ${name}`;
  if (form === 'compulsory') return 'Utbildningsnämnden';
  return district === 'Farsta' ? 'Farsta stadsdelsnämnd' : 'Skärholmens stadsdelsnämnd';
}

function teamPlans(): TeamPlan[] {
  const slots = places.flatMap((place) =>
    Array.from({ length: teamsAt(place) }, (_, k) => ({ place, number: k + 1, id: `${place.id}-${k + 1}` })),
  );
  const wished = slots.map(({ place, id }) =>
    place.form === 'preschool'
      ? random(SEED, 'seats', id).whole(2, 4)
      : random(SEED, 'seats', id).whole(4, 7),
  );
  const seats = apportion(wished, TEAM_SEATS);
  return slots.map(({ place, number, id }, k) => teamPlan(place, number, id, seats[k]));
}

/** More children, more teams: one up to 59 children and one more at 60 and 100 in a preschool, one more per 300 pupils in a school. */
function teamsAt({ form, children }: Place): number {
  if (form === 'compulsory') return 1 + Math.floor(children / 300);
  return children < 60 ? 1 : children < 100 ? 2 : 3;
}

function teamPlan(place: Place, number: number, id: string, seats: number): TeamPlan {
  const team = { id, form: place.form, number, seats, starts: [START, LATER_START] } as const;
  return {
    ...drawTeam(team, random(SEED, 'team', id)),
    place,
    children: Math.min(MOST_PUPILS, Math.round(place.children / teamsAt(place))),
  };
}

function course(
  path: Course['path'],
  step: Course['course'],
  weight: number,
  ...meetings: readonly (readonly [SfiPlaceName, SfiTimetable])[]
): (typeof courses)[number] {
  return { path, course: step, weight, groups: meetings };
}
