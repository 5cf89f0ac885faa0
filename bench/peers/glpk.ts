/**
 * GLPK compiled to WebAssembly, where glpk.js is installed: its licence, GPL-3.0, keeps it out of this project's own
 * packages. Soft rows get a variable for the overrun.
 */
import { z } from 'zod';
import type { Problem } from '../../solver/problem.ts';
import { loadInstalled } from './installed.ts';
import type { Peer } from './peer.ts';

const result = z.object({
  result: z.object({ status: z.number(), z: z.number(), vars: z.record(z.string(), z.number()) }),
});

interface Glpk {
  readonly solve: (model: object, options: object) => unknown;
  readonly GLP_MAX: number;
  readonly GLP_UP: number;
  readonly GLP_FEAS: number;
  readonly GLP_OPT: number;
}

const isFunction = (value: unknown): boolean => typeof value === 'function';
const packageSchema = z.object({ default: z.custom<() => Promise<Glpk>>(isFunction) });

export const glpk: Peer = {
  solve: async (problem, gap, timeLimitMs) => {
    const loaded = await loadInstalled('glpk.js/node');
    if (loaded === null) return { status: 'absent', why: 'npm install --no-save glpk.js' };
    const solver = await packageSchema.parse(loaded).default();
    const options = { mipgap: gap, tmlim: Math.ceil(timeLimitMs / 1000), msglev: 0 };
    const answer = result.parse(solver.solve(modelOf(problem, solver), options)).result;
    if (answer.status !== solver.GLP_OPT && answer.status !== solver.GLP_FEAS)
      return { status: 'none', why: `status ${answer.status}` };
    const values = Float64Array.from(problem.score, (_, k) => answer.vars[`x${k}`] ?? 0);
    const proven = answer.status === solver.GLP_OPT && gap === 0;
    return { status: 'found', values, ...(proven && { bound: Math.round(answer.z) }) };
  },
};

interface Term {
  readonly name: string;
  readonly coef: number;
}

function modelOf(problem: Problem, { GLP_MAX, GLP_UP }: Glpk): object {
  const { participants, limit, penalty, participant, score, useStart, useConstraint, useAmount } = problem;
  const people: Term[][] = participants.map(() => []);
  const rows: Term[][] = Array.from(limit, () => []);
  const points: Term[] = [];
  for (let k = 0; k < score.length; k++) {
    const name = `x${k}`;
    points.push({ name, coef: score[k] });
    people[participant[k]].push({ name, coef: 1 });
    for (let e = useStart[k]; e < useStart[k + 1]; e++)
      rows[useConstraint[e]].push({ name, coef: useAmount[e] });
  }
  penalty.forEach((cost, r) => {
    if (cost === Number.POSITIVE_INFINITY) return;
    points.push({ name: `y${r}`, coef: -cost });
    rows[r].push({ name: `y${r}`, coef: -1 });
  });
  const below = (name: string, vars: Term[], ub: number) => ({
    name,
    vars,
    bnds: { type: GLP_UP, lb: 0, ub },
  });
  return {
    name: 'resursutbyte',
    objective: { direction: GLP_MAX, name: 'points', vars: points },
    subjectTo: [
      ...people.map((vars, p) => below(`p${p}`, vars, 1)),
      ...rows.map((vars, r) => below(`r${r}`, vars, limit[r])),
    ].filter(({ vars }) => vars.length > 0),
    binaries: Array.from(score, (_, k) => `x${k}`),
  };
}
