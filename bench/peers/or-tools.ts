/** CP-SAT of Google OR-Tools compiled to WebAssembly, where or-tools-wasm (318 MB) is installed. One worker. */
import { z } from 'zod';
import type { Problem } from '../../solver/problem.ts';
import { loadInstalled } from './installed.ts';
import type { Peer } from './peer.ts';

interface CpSolver {
  readonly solve: (model: object, parameters: object) => Promise<unknown>;
  readonly response: () => unknown;
}

const isFunction = (value: unknown): boolean => typeof value === 'function';
const packageSchema = z.object({
  CpModel: z.custom<new (proto: object) => object>(isFunction),
  CpSolver: z.custom<new () => CpSolver>(isFunction),
});
const response = z.object({
  solution: z.array(z.unknown()).transform((values) => values.map(Number)),
  bestObjectiveBound: z.number(),
});

export const orTools: Peer = {
  solve: async (problem, gap, timeLimitMs) => {
    const loaded = await loadInstalled('or-tools-wasm/cp-sat');
    if (loaded === null) return { status: 'absent', why: 'npm install --no-save or-tools-wasm' };
    const { CpModel, CpSolver } = packageSchema.parse(loaded);
    const solver = new CpSolver();
    await solver.solve(new CpModel(modelOf(problem)), {
      maxTimeInSeconds: timeLimitMs / 1000,
      relativeGapLimit: gap,
      numSearchWorkers: 1,
    });
    const { solution, bestObjectiveBound } = response.parse(solver.response());
    if (solution.length === 0) return { status: 'none', why: 'no solution' };
    // The model minimises the negated points.
    const bound = Math.floor(-bestObjectiveBound + 1e-6);
    return { status: 'found', values: Float64Array.from(solution.slice(0, problem.score.length)), bound };
  },
};

/** As a CpModelProto: a variable per option, then one per soft row for its overrun. */
function modelOf(problem: Problem): object {
  const { participants, limit, penalty, participant, score, useStart, useConstraint, useAmount } = problem;
  const people = participants.map(() => emptyLinear());
  const rows = Array.from(limit, () => emptyLinear());
  for (let k = 0; k < score.length; k++) {
    add(people[participant[k]], k, 1);
    for (let e = useStart[k]; e < useStart[k + 1]; e++) add(rows[useConstraint[e]], k, useAmount[e]);
  }
  const soft = [...penalty.keys()].filter((r) => penalty[r] !== Number.POSITIVE_INFINITY);
  const overruns = soft.map((r, i) => {
    add(rows[r], score.length + i, -1);
    return { domain: [0, Math.max(0, mostUse(problem, r) - limit[r])] };
  });
  const atMost = ({ vars, coeffs }: Linear, most: number) => ({
    linear: { vars, coeffs, domain: [-LARGE, most] },
  });
  return {
    variables: [...Array.from(score, () => ({ domain: [0, 1] })), ...overruns],
    constraints: [...people.map((row) => atMost(row, 1)), ...rows.map((row, r) => atMost(row, limit[r]))],
    objective: {
      vars: Array.from({ length: score.length + soft.length }, (_, i) => i),
      coeffs: [...Array.from(score, (points) => -points), ...soft.map((r) => penalty[r])],
    },
  };
}

/** Below what any row of an instance can sum to, and far within 64 bits. */
const LARGE = Number.MAX_SAFE_INTEGER;

interface Linear {
  readonly vars: number[];
  readonly coeffs: number[];
}

const emptyLinear = (): Linear => ({ vars: [], coeffs: [] });

function add(linear: Linear, variable: number, amount: number): void {
  linear.vars.push(variable);
  linear.coeffs.push(amount);
}

/** What a row is used by if everybody takes an option that uses it, at most. */
function mostUse({ useConstraint, useAmount }: Problem, row: number): number {
  let most = 0;
  for (const [e, r] of useConstraint.entries()) if (r === row) most += Math.max(0, useAmount[e]);
  return most;
}
