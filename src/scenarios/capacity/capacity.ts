/**
 * The cheapest capacity that places a share of those who wait, or everybody who can be placed.
 *
 * 1. For everybody: how many can be placed if all that has a cost were open. 2. The least cost that places so many
 * (capacity-problem.ts), with a bound that nothing cheaper exists. 3. For each opening of that plan, the cheapest plan without it.
 */
import { canonicalise } from '../../../solver/canonical.ts';
import { type Problem, UNPLACED } from '../../../solver/problem.ts';
import type { Assigned, Solution } from '../../../solver/solution.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Region } from '../../domain/region.ts';
import { applyScenario } from '../apply-scenario.ts';
import type { Edit } from '../edits/index.ts';
import { impersonalIds } from '../reasons.ts';
import { SCENARIO_FORMAT, type Scenario } from '../scenario-format.ts';
import type { Solve } from '../solving/answer.ts';
import { type OpeningEdit, type Room, roomFor } from './candidates.ts';
import { CAPACITY_FORMAT, type Capacity, type Opening, type Plan } from './capacity-format.ts';
import { type Barred, type CapacityProblem, capacityProblem, capacityQuestion } from './capacity-problem.ts';

export interface CapacityAsked {
  readonly region: Region;
  readonly policy: Policy;
  /** The share of those who wait, 0-1; null for everybody who can be placed. */
  readonly share: number | null;
  readonly mostSeats: number;
  /** Teams and groups that may open; null for a twin of each there is. */
  readonly named: readonly OpeningEdit[] | null;
  readonly seed: number;
}

export type CapacityOutcome =
  | { readonly status: 'answered'; readonly capacity: Capacity }
  | Extract<ReturnType<typeof applyScenario>, { status: 'conflict' }>;

/** `done` is told after each problem that is solved. */
export async function cheapestCapacity(
  asked: CapacityAsked,
  solve: Solve,
  done: (solved: number) => void = () => {},
): Promise<CapacityOutcome> {
  const { region, policy, share, mostSeats, named, seed } = asked;
  const room = roomFor(region, policy, mostSeats, named);
  const extended = applyScenario(region, policy, { edits: [...room.whole] });
  if (extended.status === 'conflict') return extended;
  const question = capacityQuestion(region, extended.region, policy, room);
  let solved = 0;
  const ask = async (target: number | null, barred: Barred | null = null): Promise<Asked> => {
    const asked = capacityProblem(question, target, barred);
    const solution = await solve(canonicalise(asked.problem, seed), { seed });
    done(++solved);
    return { ...asked, solution };
  };
  const target = await targetOf(region, share, ask);
  const best = target === null ? null : await ask(target.placed);
  const plan = best === null ? null : planOf(best);
  const alternatives: Capacity['alternatives'] = [];
  for (const { kind, id } of plan?.openings ?? []) {
    const other = await ask(target?.placed ?? 0, { kind, id });
    // Where it was stopped before it knew, nothing is said of it: null would say that there is none.
    if (other.solution.status !== 'unknown')
      alternatives.push({ without: { kind, id }, plan: planOf(other) });
  }
  alternatives.sort((a, b) => (a.plan?.cost ?? Infinity) - (b.plan?.cost ?? Infinity));
  const capacity: Capacity = {
    format: CAPACITY_FORMAT,
    region: region.name,
    target: target ?? { placed: 0, people: region.participants.length, proven: false },
    status: statusOf(best?.solution ?? null, plan),
    plan,
    clash: best?.solution.status === 'conflict' ? clashOf(best.problem, best.solution.clash.constraints) : [],
    alternatives,
    scenario: plan && scenarioOf(plan, room, policy),
    note,
  };
  return { status: 'answered', capacity };
}

interface Asked extends CapacityProblem {
  readonly solution: Solution;
}

type Ask = (target: number | null) => Promise<Asked>;

async function targetOf(region: Region, share: number | null, ask: Ask): Promise<Capacity['target'] | null> {
  const people = region.participants.length;
  if (share !== null) return { placed: Math.ceil(share * people - 1e-9), people, proven: true };
  const { solution } = await ask(null);
  if (!isAnswered(solution)) return null;
  return { placed: solution.objective, people, proven: solution.bound <= solution.objective };
}

function isAnswered(solution: Solution): solution is Assigned {
  return 'chosen' in solution && solution.status !== 'infeasible';
}

/** What an answer opens; null where there is none. */
function planOf({ problem, solution, seatRows, choices }: Asked): Plan | null {
  if (!isAnswered(solution)) return null;
  const { chosen, objective, bound } = solution;
  const used = usedOf(problem, chosen);
  const seats = seatRows.flatMap(({ row, kind, id, cost }) => {
    const count = used[row] - problem.limit[row];
    return count > 0 ? [{ kind, id, count, cost: cost * count }] : [];
  });
  const people = problem.participants.length - choices.length;
  const taken = choices.filter((_, i) => chosen[people + i] !== UNPLACED);
  const wholes = [...Map.groupBy(taken, ({ kind, id }) => `${kind} ${id}`).values()].map(
    (same): Opening => ({
      kind: same[0].kind,
      id: same[0].id,
      count: same.length,
      cost: same[0].cost * same.length,
    }),
  );
  return { openings: [...seats, ...wholes], cost: 0 - objective, leastCost: Math.max(0, 0 - bound) };
}

function usedOf({ limit, useStart, useConstraint, useAmount }: Problem, chosen: Int32Array): Float64Array {
  const used = new Float64Array(limit.length);
  for (const k of chosen) {
    if (k === UNPLACED) continue;
    for (let e = useStart[k]; e < useStart[k + 1]; e++) used[useConstraint[e]] += useAmount[e];
  }
  return used;
}

function statusOf(solution: Solution | null, plan: Plan | null): Capacity['status'] {
  if (plan !== null) return plan.leastCost >= plan.cost ? 'proven' : 'within_gap';
  return solution?.status === 'conflict' ? 'impossible' : 'unknown';
}

function clashOf(problem: Problem, rows: readonly number[]): string[] {
  return impersonalIds(rows.map((row) => problem.constraints[row])).sort();
}

function scenarioOf({ openings, cost }: Plan, { whole }: Room, policy: Policy): Scenario {
  const edits = openings.flatMap(({ kind, id, count }): readonly Edit[] => {
    switch (kind) {
      case 'team_seat':
        return [{ kind: 'team_seats', team: id, by: count }];
      case 'supervisor':
        return [{ kind: 'supervisors', team: id, by: count }];
      case 'sfi_seat':
        return [{ kind: 'sfi_seats', group: id, by: count }];
      default:
        return [];
    }
  });
  // First, while what they are like is still as it is today: else a new group would have the seats added to the old one too.
  const opened = whole.filter((edit) => openings.some(({ id }) => id === edit.id));
  const keepsEquity = policy.equity.penalty === null ? [] : [equityKept];
  return {
    format: SCENARIO_FORMAT,
    name: { sv: `Billigaste utbyggnaden (${cost})`, en: `The cheapest capacity (${cost})` },
    edits: [...opened, ...edits, ...keepsEquity],
  };
}

/** Where the policy only discourages unequal terms, the plan that keeps them forbids it. */
const equityKept: Edit = { kind: 'policy', set: { equity: { penalty: null } } };

const note = {
  sv: 'Planen räcker till så många platser med bibehållna krav. Körd som scenario vägs också poäng, och då kan någon plats användas annorlunda.',
  en: 'The plan suffices for so many places with all demands kept. Run as a scenario, points count too, and a seat may be used otherwise.',
};
