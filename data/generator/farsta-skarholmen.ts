/**
 * data/farsta-skarholmen: both districts as they are now. All 79 preschools and 24 schools with their real children and
 * coordinates; teams in number by size, 30 SFI groups at real SFI places, 600 participants. Everything about people, teams
 * and groups is synthetic.
 */
import type { Region } from '../../src/domain/region.ts';
import { enrolled } from './enrolment.ts';
import { extractsOf } from './extracts.ts';
import { originsNow } from './origins.ts';
import { pool } from './participants.ts';
import { areas, type Place, places } from './places.ts';
import { policyNow } from './policies.ts';
import { random } from './random.ts';
import { apportion, type Course, type GroupPlan, type SfiPlaceName, sfiTables } from './sfi-groups.ts';
import { type TeamPlan, teamTables } from './teams.ts';
import type { SfiTimetable, TeamTimetable } from './timetables.ts';

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

const preschoolCompetences = [
  'childcare',
  'storytelling',
  'music',
  'crafts',
  'cooking',
  'gardening',
  'nursing',
];
const schoolCompetences = [
  'teaching',
  'mathematics',
  'it',
  'sports',
  'carpentry',
  'sewing',
  'crafts',
  'cooking',
];

/** The whole region. */
export function farstaSkarholmen(): Region {
  const people = pool({
    seed: SEED,
    genders: { woman: 360, man: 236, other: 4 },
    origins: originsNow,
    areas: areas.map((area) => ({ area, weight: area.foreignBorn })),
    courses,
    units: places,
    competences: [...new Set([...preschoolCompetences, ...schoolCompetences])],
    arrivals: { from: '2023-09', to: '2026-01', permitAfter: [2, 12], permitsBefore: '2026-07' },
    availableFrom: START,
    availableLater: [LATER_START],
    commutes: [35, 40, 45, 50, 60],
    backgrounds: false,
  });
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
      principals: [...new Set(places.filter(({ municipal }) => municipal).map(principalOf))],
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
  const chance = random(SEED, 'team', id);
  const preschool = place.form === 'preschool';
  const time = chance.weighted<readonly [TeamTimetable, number]>(
    preschool
      ? [
          ['preschool', 5],
          ['preschool_early', 3],
          ['preschool_late', 2],
        ]
      : [
          ['school', 5],
          ['school_late', 3],
          ['leisure', number > 1 ? 3 : 0],
          ['kitchen', number > 1 ? 1 : 0],
        ],
    ([, weight]) => weight,
  )[0];
  const short = seats >= 4 && chance.chance(0.06);
  const perSupervisor = chance.pick([1, 2, 2, 3]);
  return {
    id,
    place,
    name: `Arbetslag ${number}`,
    time,
    children: Math.min(MOST_PUPILS, Math.round(place.children / teamsAt(place))),
    seats,
    ...(seats >= 4 && chance.chance(0.12) ? { reserved: 1 } : {}),
    perSupervisor,
    ...(short ? { supervisors: Math.ceil(seats / perSupervisor) - 1 } : {}),
    minHours: chance.pick([15, 15, 16, 18, 20]),
    startsOn: chance.chance(0.15) ? LATER_START : START,
    roles: rolesAt(time, chance.sample(otherRoles(preschool), chance.whole(0, 2))),
    competences: chance.sample(preschool ? preschoolCompetences : schoolCompetences, chance.whole(1, 3)),
    ...(seats >= 4 && chance.chance(0.3) ? { menShareMin: 0.25 } : {}),
    ...(seats >= 4 && chance.chance(0.3) ? { womenShareMin: 0.4 } : {}),
  };
}

function otherRoles(preschool: boolean): TeamPlan['roles'] {
  return preschool ? ['kitchen', 'caretaker'] : ['library', 'caretaker', 'reception', 'kitchen'];
}

function rolesAt(time: TeamTimetable, others: TeamPlan['roles']): TeamPlan['roles'] {
  if (time === 'leisure') return [...new Set<TeamPlan['roles'][number]>(['leisure_leader', ...others])];
  if (time === 'kitchen') return ['kitchen'];
  return [time.startsWith('preschool') ? 'childminder' : 'teaching_assistant', ...others];
}

function course(
  path: Course['path'],
  step: Course['course'],
  weight: number,
  ...meetings: readonly (readonly [SfiPlaceName, SfiTimetable])[]
): (typeof courses)[number] {
  return { path, course: step, weight, groups: meetings };
}
