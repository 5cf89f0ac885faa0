/** YALPS: simplex with branch and cut in pure JavaScript. It looks at its time limit between branch nodes only. */
import { solve } from 'yalps';
import type { Problem } from '../../solver/problem.ts';
import type { Peer } from './peer.ts';

export const yalps: Peer = {
  solve: async (problem, gap, timeLimitMs) => {
    const solution = solve(modelOf(problem), {
      timeout: timeLimitMs,
      tolerance: gap,
      maxIterations: Infinity,
      maxPivots: Infinity,
    });
    if (!Number.isFinite(solution.result)) return { status: 'none', why: solution.status };
    const values = new Float64Array(problem.score.length);
    for (const [name, value] of solution.variables) if (name >= 0) values[name] = value;
    // With a tolerance, "optimal" means within it: it claims a bound only without.
    const claims = solution.status === 'optimal' && gap === 0;
    return { status: 'found', values, ...(claims && { bound: Math.round(solution.result) }) };
  },
};

const POINTS = 'points';

/** At-most-one rows keep integers within 0 and 1, at less cost than its binaries, which get a row each. Options are the variables 0, 1, ...; the overrun of constraint r is the variable -1 - r. */
function modelOf(problem: Problem) {
  const { participants, limit, penalty, participant, score, useStart, useConstraint, useAmount } = problem;
  const constraints: [string, { max: number }][] = [
    ...participants.map((_, p): [string, { max: number }] => [`p${p}`, { max: 1 }]),
    ...Array.from(limit, (max, r): [string, { max: number }] => [`r${r}`, { max }]),
  ];
  const options = Array.from(score, (points, k): [number, [string, number][]] => {
    const uses: [string, number][] = [
      [POINTS, points],
      [`p${participant[k]}`, 1],
    ];
    for (let e = useStart[k]; e < useStart[k + 1]; e++) uses.push([`r${useConstraint[e]}`, useAmount[e]]);
    return [k, uses];
  });
  const overruns = Array.from(penalty, (points, r): [number, [string, number][]] => [
    -1 - r,
    [
      [POINTS, -points],
      [`r${r}`, -1],
    ],
  ]).filter(([name]) => penalty[-1 - name] !== Number.POSITIVE_INFINITY);
  return {
    direction: 'maximize' as const,
    objective: POINTS,
    constraints,
    variables: [...options, ...overruns],
    integers: options.map(([name]) => name),
  };
}
