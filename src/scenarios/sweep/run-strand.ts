/** Runs one strand of a sweep: every point applied to today's region, solved from its neighbour's answer. */
import type { Policy } from '../../domain/policy.ts';
import type { Region } from '../../domain/region.ts';
import { applyScenario } from '../apply-scenario.ts';
import { measure } from '../figures/measure.ts';
import { faultReasons, withoutAnswer } from '../reasons.ts';
import { type Answer, answer, type Solve } from '../solving/answer.ts';
import { type Carried, carriedFrom } from '../solving/carried.ts';
import { editsFor, type Parameter } from './parameter.ts';
import type { Strand } from './strands.ts';
import type { SweepPoint } from './sweep-format.ts';

export interface StrandQuestion {
  readonly region: Region;
  readonly policy: Policy;
  readonly parameters: readonly Parameter[];
  readonly strand: Strand;
  readonly seed: number;
  /** Today's answer; null where there is none. */
  readonly carried: Carried | null;
}

/** One result a point, in the order of the strand. `done` is told after each. */
export async function runStrand(
  { region, policy, parameters, strand, seed, carried: first }: StrandQuestion,
  solve: Solve,
  done: (points: number) => void = () => {},
): Promise<readonly SweepPoint[]> {
  let carried = first;
  const points: SweepPoint[] = [];
  for (const values of strand) {
    const edits = parameters.flatMap(({ key }, i) => editsFor(region, key, values[i]));
    const applied = applyScenario(region, policy, { edits });
    if (applied.status === 'conflict') {
      const reasons = faultReasons(applied.faults);
      points.push({ values: [...values], status: 'clash', figures: null, reasons });
    } else {
      const answered = await answer(applied.region, applied.policy, seed, solve, carried);
      if ('chosen' in answered.solution) carried = carriedFrom(answered.choices, answered.solution);
      points.push(pointOf(values, answered));
    }
    done(points.length);
  }
  return points;
}

function pointOf(values: readonly number[], { choices, proposal }: Answer): SweepPoint {
  if (!('pairs' in proposal)) {
    const reasons = withoutAnswer(proposal);
    return { values: [...values], status: 'unanswered', figures: null, reasons };
  }
  const figures = measure(choices.index, proposal);
  return {
    values: [...values],
    status: proposal.proven ? 'proven' : 'within_gap',
    reasons: [],
    figures: {
      objective: proposal.objective,
      bound: proposal.bound,
      placed: figures.placed,
      people: figures.people,
      points: figures.points,
      genders: figures.genders,
      pupilsReached: figures.pupils.all.reached,
      seatsUnused: figures.teamSeats.unused,
      meanToTeam: figures.commute.meanToTeam,
    },
  };
}
