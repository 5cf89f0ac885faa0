/**
 * Synthetic participants. Everything about them is drawn; what is calibrated on public figures is where they live (which the
 * region draws) and the months of arrival. Women are more often hindered by children's hours, which is what the evaluation
 * of the project says in other words (women got a worse introduction), so that equity is a real question in the examples.
 */
import type { TableRow } from '../domain/region.ts';
import { type ArrivalWindow, arrivals } from './arrivals.ts';
import type { Course } from './courses.ts';
import type { Origin } from './origins.ts';
import { type Random, random } from './random.ts';
import { type Hindrance, hindranceNames, hindrances, sessionsOf } from './timetables.ts';

type Participant = TableRow<'participants'>;

export interface PoolPlan {
  readonly seed: number;
  /** How many of each; their order among the ids is drawn. */
  readonly genders: Readonly<Record<Participant['gender'], number>>;
  readonly dwelling: (chance: Random) => Dwelling;
  readonly courses: readonly (Course & { readonly weight: number })[];
  readonly forms: readonly { readonly forms: Participant['school_forms']; readonly weight: number }[];
  readonly competences: readonly string[];
  readonly arrivals: ArrivalWindow;
  /** When teams start, and the later dates from which some can come. */
  readonly availableFrom: string;
  readonly availableLater: readonly string[];
  /** Whether people say where they come from (where the policy uses it). */
  readonly backgrounds: boolean;
}

/** Where somebody lives, and what follows from it. */
export interface Dwelling {
  readonly area: string;
  readonly origins: readonly Origin[];
  /** The home's coordinates, or none where the area's centre stands in. */
  readonly home: (chance: Random) => Pick<Participant, 'lat' | 'lon'>;
  /** The longest commute, in minutes. */
  readonly commute: (chance: Random) => number;
  /** Ids of units where the children may go, and which the person may prefer or avoid; at least one. */
  readonly closeUnits: () => readonly string[];
}

export interface PoolTables {
  readonly participants: readonly Participant[];
  readonly participant_languages: readonly TableRow<'participant_languages'>[];
  readonly sessions: readonly TableRow<'sessions'>[];
}

/** Most accept both; one in ten each only one of them. */
export const bothForms: PoolPlan['forms'] = [
  { forms: ['preschool', 'compulsory'], weight: 8 },
  { forms: ['preschool'], weight: 1 },
  { forms: ['compulsory'], weight: 1 },
];

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
  const arrival = arrivals(plan.arrivals);
  const people = genders.map((gender, k) =>
    person(plan, arrival, `p${String(k + 1).padStart(width, '0')}`, gender),
  );
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
  arrival: ReturnType<typeof arrivals>,
  id: string,
  gender: Participant['gender'],
): {
  participant: Participant;
  languages: TableRow<'participant_languages'>[];
  sessions: TableRow<'sessions'>[];
} {
  const chance = random(plan.seed, 'participant', id);
  const dwelling = plan.dwelling(chance);
  const origin = chance.weighted(dwelling.origins, ({ weight }) => weight);
  const course = chance.weighted(plan.courses, ({ weight }) => weight);
  const reasons = hindranceNames.filter((reason) =>
    chance.chance(hindered[reason][gender === 'woman' ? 0 : 1]),
  );
  const parent = reasons.includes('leave_children') || reasons.includes('fetch_children');
  const { forms } = chance.weighted(plan.forms, ({ weight }) => weight);
  const participant: Participant = {
    id,
    gender,
    ...arrival(chance),
    available_from: chance.chance(0.06) ? chance.pick(plan.availableLater) : plan.availableFrom,
    area: dwelling.area,
    ...dwelling.home(chance),
    sfi_path: course.path,
    sfi_course: course.course,
    school_forms: [...forms],
    roles: rolesFor(forms, chance),
    competences: chance.sample(plan.competences, chance.whole(1, 4)),
    max_commute_min: dwelling.commute(chance),
    min_team_hours: chance.pick([10, 10, 12, 12, 15, 16]),
    max_week_hours: chance.chance(0.12) ? 36 : 40,
    ...background(plan, origin, chance),
    ...unitWishes(dwelling.closeUnits(), parent, chance),
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
  close: readonly string[],
  parent: boolean,
  chance: Random,
): Pick<Participant, 'avoid_units' | 'prefer_units' | 'child_units'> {
  const child = parent && chance.chance(0.35) ? [chance.pick(close)] : [];
  const prefer = chance.chance(0.2) ? [chance.pick(close)] : [];
  const avoid = chance.chance(0.06) ? [chance.pick(close)] : [];
  return {
    avoid_units: avoid.filter((id) => !prefer.includes(id)),
    prefer_units: prefer.filter((id) => !child.includes(id)),
    child_units: child,
  };
}
