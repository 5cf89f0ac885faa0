/** The numbers of policy@1 that an edit can set, as a form asks for them, and what each of them may be. */
interface AnyNumber {
  /** As its text is called. */
  readonly name: string;
  readonly path: readonly [string, ...string[]];
  readonly least: number;
  readonly most: number;
  /** Whole numbers unless told. */
  readonly step?: 'any';
  /** Whether there can be no such rule at all. */
  readonly isRule?: true;
}

const points = { least: 0, most: 100_000 } as const;
const cost = { least: 0, most: 1_000_000 } as const;
const tolerance = { least: 0, most: 100, step: 'any', isRule: true } as const;
const share = { least: 0, most: 1, step: 'any', isRule: true } as const;

/** By what they are about, in the order in which they are asked for. */
const numbers = {
  weights: [
    { name: 'weight_language', path: ['weights', 'language'], ...points },
    { name: 'weight_pupils', path: ['weights', 'pupils'], ...points },
    { name: 'weight_background', path: ['weights', 'background'], ...points },
    { name: 'weight_roles', path: ['weights', 'roles'], ...points },
    { name: 'weight_competences', path: ['weights', 'competences'], ...points },
    { name: 'weight_sfi_continuity', path: ['weights', 'sfi_continuity'], ...points },
    { name: 'weight_commute', path: ['weights', 'commute'], ...points },
    { name: 'weight_waiting', path: ['weights', 'waiting'], ...points },
    { name: 'weight_wishes', path: ['weights', 'wishes'], ...points },
    { name: 'placement_points', path: ['placement_points'], ...points },
    { name: 'keep_points', path: ['keep_points'], ...points },
  ],
  fairness: [
    { name: 'placement_tolerance', path: ['equity', 'placement_tolerance'], ...tolerance },
    { name: 'points_tolerance', path: ['equity', 'points_tolerance'], ...tolerance },
    { name: 'penalty', path: ['equity', 'penalty'], ...points, isRule: true },
    { name: 'smallest_group', path: ['equity', 'smallest_group'], least: 1, most: 100_000 },
    { name: 'balance_unit_share', path: ['balance', 'unit_share'], ...share },
    { name: 'balance_district_share', path: ['balance', 'district_share'], ...share },
    { name: 'balance_penalty', path: ['balance', 'penalty'], ...points, isRule: true },
  ],
  week_and_way: [
    { name: 'civic_orientation_hours', path: ['civic_orientation_hours'], least: 0, most: 40, step: 'any' },
    { name: 'travel_speed_km_h', path: ['travel', 'speed_km_h'], least: 1, most: 200, step: 'any' },
    { name: 'travel_detour', path: ['travel', 'detour'], least: 1, most: 3, step: 'any' },
    { name: 'travel_fixed_minutes', path: ['travel', 'fixed_minutes'], least: 0, most: 120 },
    { name: 'extract_max_age_days', path: ['extract', 'max_age_days'], least: 1, most: 366 },
  ],
  costs: [
    { name: 'cost_team_seat', path: ['costs', 'team_seat'], ...cost },
    { name: 'cost_supervisor', path: ['costs', 'supervisor'], ...cost },
    { name: 'cost_sfi_seat', path: ['costs', 'sfi_seat'], ...cost },
    { name: 'cost_team', path: ['costs', 'team'], ...cost },
    { name: 'cost_sfi_group', path: ['costs', 'sfi_group'], ...cost },
  ],
} as const satisfies Readonly<Record<string, readonly AnyNumber[]>>;

type Group = keyof typeof numbers;

export interface PolicyNumber extends AnyNumber {
  readonly name: (typeof numbers)[Group][number]['name'];
}

export const policyGroups: readonly (readonly [group: Group, numbers: readonly PolicyNumber[]])[] = [
  ['weights', numbers.weights],
  ['fairness', numbers.fairness],
  ['week_and_way', numbers.week_and_way],
  ['costs', numbers.costs],
];
