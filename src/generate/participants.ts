/**
 * Synthetic participants. Everything about them is drawn; what is calibrated on public figures is the area (foreign-born
 * people per area) and the months of arrival. Women are more often hindered by children's hours, which is what the evaluation
 * of the project says in other words (women got a worse introduction), so that equity is a real question in the examples.
 */
import type { TableRow } from '../../src/domain/region.ts';
import { type ArrivalWindow, arrival } from './arrivals.ts';
import type { Origin } from './origins.ts';
import { type Area, contains, type Place, rounded } from './places.ts';
import { type Random, random } from './random.ts';
import type { Course } from './sfi-groups.ts';
import { type Hindrance, hindranceNames, hindrances, sessionsOf } from './timetables.ts';

type Participant = TableRow<'participants'>;

export interface PoolPlan {
  readonly seed: number;
  /** How many of each; their order among the ids is drawn. */
  readonly genders: Readonly<Record<Participant['gender'], number>>;
  readonly origins: readonly Origin[];
  readonly areas: readonly { readonly area: Area; readonly weight: number }[];
  readonly courses: readonly (Course & { readonly weight: number })[];
  /** Where their children may go, and what they may prefer or avoid. */
  readonly units: readonly Place[];
  readonly competences: readonly string[];
  readonly arrivals: ArrivalWindow;
  /** When teams start, and the later dates from which some can come. */
  readonly availableFrom: string;
  readonly availableLater: readonly string[];
  readonly commutes: readonly number[];
  /** Whether people say where they come from (where the policy uses it). */
  readonly backgrounds: boolean;
}

export interface PoolTables {
  readonly participants: readonly Participant[];
  readonly participant_languages: readonly TableRow<'participant_languages'>[];
  readonly sessions: readonly TableRow<'sessions'>[];
}

const preschoolRoles = ['childminder', 'kitchen', 'caretaker'] as const;
const schoolRoles = [
  'teaching_assistant',
  'leisure_leader',
  'library',
  'kitchen',
  'caretaker',
  'reception',
] as const;

/** The share of women and of the others who have each hindrance. */
const hindered: Readonly<Record<Hindrance, readonly [women: number, others: number]>> = {
  leave_children: [0.3, 0.06],
  fetch_children: [0.4, 0.08],
  evenings: [0.3, 0.06],
  health_centre: [0.06, 0.06],
  day_off: [0.06, 0.02],
  evening_job: [0.02, 0.12],
};

/** The pool; ids are p1, p2 ... padded to one width. */
export function pool(plan: PoolPlan): PoolTables {
  const genders = shuffledGenders(plan);
  const width = String(genders.length).length;
  const people = genders.map((gender, k) => person(plan, `p${String(k + 1).padStart(width, '0')}`, gender));
  return {
    participants: people.map(({ participant }) => participant),
    participant_languages: people.flatMap(({ languages }) => languages),
    sessions: people.flatMap(({ sessions }) => sessions),
  };
}

function shuffledGenders({ genders, seed }: PoolPlan): Participant['gender'][] {
  const left = { ...genders };
  const chance = random(seed, 'genders');
  const names = ['woman', 'man', 'other'] as const;
  return Array.from({ length: left.woman + left.man + left.other }, () => {
    const gender = chance.weighted(names, (name) => left[name]);
    left[gender] -= 1;
    return gender;
  });
}

function person(
  plan: PoolPlan,
  id: string,
  gender: Participant['gender'],
): {
  participant: Participant;
  languages: TableRow<'participant_languages'>[];
  sessions: TableRow<'sessions'>[];
} {
  const chance = random(plan.seed, 'participant', id);
  const { area } = chance.weighted(plan.areas, ({ weight }) => weight);
  const origin = chance.weighted(plan.origins, ({ weight }) => weight);
  const course = chance.weighted(plan.courses, ({ weight }) => weight);
  const reasons = hindranceNames.filter((reason) =>
    chance.chance(hindered[reason][gender === 'woman' ? 0 : 1]),
  );
  const parent = reasons.includes('leave_children') || reasons.includes('fetch_children');
  const forms = chance.weighted(
    [
      { forms: ['preschool', 'compulsory'] as const, weight: 8 },
      { forms: ['preschool'] as const, weight: 1 },
      { forms: ['compulsory'] as const, weight: 1 },
    ],
    ({ weight }) => weight,
  ).forms;
  const participant: Participant = {
    id,
    gender,
    ...arrival(plan.arrivals, chance),
    available_from: chance.chance(0.06) ? chance.pick(plan.availableLater) : plan.availableFrom,
    area: area.name,
    ...(chance.chance(0.12) ? pointIn(area, chance) : {}),
    sfi_path: course.path,
    sfi_course: course.course,
    school_forms: [...forms],
    roles: rolesFor(forms, chance),
    competences: chance.sample(plan.competences, chance.whole(1, 4)),
    max_commute_min: chance.pick(plan.commutes),
    min_team_hours: chance.pick([10, 10, 12, 12, 15, 16]),
    max_week_hours: chance.chance(0.12) ? 36 : 40,
    ...background(plan, origin, chance),
    ...unitWishes(plan, area, parent, chance),
  };
  return {
    participant,
    languages: origin.speech
      .filter(({ share }) => chance.chance(share))
      .map(({ language, level }) => ({ participant: id, language, level })),
    sessions: sessionsOf('participant', id, ...reasons.map((reason) => hindrances[reason])),
  };
}

function rolesFor(
  forms: readonly Participant['school_forms'][number][],
  chance: Random,
): Participant['roles'] {
  const roles = new Set<Participant['roles'][number]>([
    ...(forms.includes('preschool') ? preschoolRoles : []),
    ...(forms.includes('compulsory') ? schoolRoles : []),
  ]);
  const main = forms.includes('preschool') ? 'childminder' : 'teaching_assistant';
  const wished = chance.sample([...roles], chance.whole(2, 4));
  return chance.chance(0.7) && !wished.includes(main) ? [main, ...wished] : wished;
}

/** Most say where they come from and consent; some withhold it, and some have said no. Nothing is kept without consent. */
function background(
  plan: PoolPlan,
  origin: Origin,
  chance: Random,
): Pick<Participant, 'background' | 'background_consent'> {
  if (!plan.backgrounds) return {};
  const draw = chance.fraction();
  if (draw < 0.25) return {};
  if (draw < 0.35) return { background_consent: false };
  return { background: origin.country, background_consent: true };
}

function unitWishes(
  plan: PoolPlan,
  area: Area,
  parent: boolean,
  chance: Random,
): Pick<Participant, 'avoid_units' | 'prefer_units' | 'child_units'> {
  const near = plan.units.filter((unit) => unit.area === area.name);
  const close = near.length > 0 ? near : plan.units.filter((unit) => unit.district === area.district);
  const child = parent && chance.chance(0.35) ? [chance.pick(close).id] : [];
  const prefer = chance.chance(0.2) ? [chance.pick(close).id] : [];
  const avoid = chance.chance(0.06) ? [chance.pick(close).id] : [];
  return {
    avoid_units: avoid.filter((id) => !prefer.includes(id)),
    prefer_units: prefer.filter((id) => !child.includes(id)),
    child_units: child,
  };
}

/** A point drawn evenly within the area's outline. */
function pointIn(area: Area, chance: Random): Pick<Participant, 'lat' | 'lon'> {
  const lons = area.corners.map(([lon]) => lon);
  const lats = area.corners.map(([, lat]) => lat);
  const between = (values: number[]): number =>
    Math.min(...values) + chance.fraction() * (Math.max(...values) - Math.min(...values));
  for (;;) {
    const point = { lon: between(lons), lat: between(lats) };
    if (contains(area.corners, point)) return rounded(point);
  }
}
