/**
 * Why the hard constraints cannot all be met: an irreducible set of them that clashes, with the participants whose
 * "at most one option" it needs. Dropping any one member resolves that clash (there may be others).
 *
 * 1. A row that asks for more than its participants can give clashes alone (conflict/one-row.ts).
 * 2. The relaxation in which every hard row may be overrun at a price: if some overrun is unavoidable, the rows and
 *    participants with a price clash (Farkas' lemma), and are few. Otherwise the clash comes from whole numbers, and all
 *    rows that can matter stay (conflict/part.ts).
 * 3. QuickXplain first over the rows, with every participant held to one option, then over the participants. HiGHS
 *    answers whether a part can be met.
 *
 * Same problem, same answer, but for the clock: where it runs out the set still clashes, yet may be reducible. So may
 * the participants be, where they are too many to explain anything; the rows are irreducible even then.
 */
import { clashOfOneRow } from './conflict/one-row.ts';
import { type Part, partOf } from './conflict/part.ts';
import { quickXplain } from './conflict/quickxplain.ts';
import type { EngineOptions } from './engines/engine.ts';
import { plainPart, shapeOf } from './engines/highs/model.ts';
import { solveRelaxation } from './engines/highs/run.ts';
import { withHighs } from './engines/highs/runtime.ts';
import { highs } from './engines/highs.ts';
import { rowScales } from './engines/scale.ts';
import { startWatch, type Watch } from './engines/watch.ts';
import type { Problem } from './problem.ts';

export interface Clash {
  /** Hard constraints, rising. */
  readonly constraints: readonly number[];
  /** Participants whose at-most-one rows take part, rising. */
  readonly participants: readonly number[];
  /** False where clock or signal cut the search short, or where hundreds of participants take part, some perhaps in vain. */
  readonly irreducible: boolean;
}

/** Prices of the relaxation lie between 0 and 1 (a unit of a scaled row costs 1); at most this is noise. */
const PRICE_TOLERANCE = 1e-7;

/** A clash of rows that needs more people than this held to one option is told with all whom the rows concern. */
const MOST_PEOPLE_TO_REDUCE = 64;

/** The clash of a canonical problem whose hard constraints are known not to be met together. */
export async function findClash(problem: Problem, options: EngineOptions): Promise<Clash> {
  const hard = [...problem.penalty.keys()].filter((r) => problem.penalty[r] === Number.POSITIVE_INFINITY);
  const alone = clashOfOneRow(problem, hard);
  if (alone) return { constraints: [alone.row], participants: alone.people, irreducible: true };

  const watch = startWatch(options);
  const oracle = createOracle(problem, options, watch);
  const everybody = new Set(problem.participants.keys());
  const whole = partOf(problem, hard, everybody);
  const priced = await pricedPart(problem, whole, watch);
  const usable = priced !== null && (await oracle.clashes(priced.rows, new Set(priced.people)));
  const start = usable && priced ? priced : whole;
  const people = new Set(start.people);
  const constraints = await quickXplain(start.rows, (rows) => oracle.clashes(rows, people));
  const held = partOf(problem, constraints, people).people;
  const few = held.length <= MOST_PEOPLE_TO_REDUCE;
  const participants = few
    ? await quickXplain(held, (some) => oracle.clashes(constraints, new Set(some)))
    : held;
  const rising = (a: number, b: number): number => a - b;
  return {
    constraints: constraints.toSorted(rising),
    participants: participants.toSorted(rising),
    irreducible: few && oracle.certain(),
  };
}

interface Oracle {
  /** Whether these hard rows cannot be met with these participants held to one option; false where not known. */
  readonly clashes: (rows: readonly number[], people: ReadonlySet<number>) => Promise<boolean>;
  /** Whether every question so far got an answer. */
  readonly certain: () => boolean;
}

function createOracle(problem: Problem, options: EngineOptions, watch: Watch): Oracle {
  let certain = true;
  return {
    clashes: async (rows, people) => {
      const part = partOf(problem, rows, people);
      if (part.rows.length === 0) return false;
      const result = await highs.solve(part.problem, {
        gap: Number.POSITIVE_INFINITY,
        seed: 0,
        timeLimitMs: watch.leftMs(),
        now: options.now,
        ...(options.signal && { signal: options.signal }),
      });
      if (result.status === 'none' && !result.infeasible) certain = false;
      return result.status === 'none' && result.infeasible;
    },
    certain: () => certain,
  };
}

/** The rows and participants that the relaxed clash puts a price on; null where the relaxation has no clash. */
async function pricedPart(problem: Problem, whole: Part, watch: Watch): Promise<Part | null> {
  const scale = rowScales(whole.problem);
  const elastic = { ...whole.problem, penalty: scale };
  const relaxed = await withHighs((runtime) =>
    solveRelaxation(
      runtime,
      shapeOf(elastic),
      plainPart(elastic, Int32Array.from(elastic.participant.keys())),
      watch,
    ),
  );
  if (relaxed.status !== 'solved') return null;
  const { prices } = relaxed;
  const rows = whole.rows.filter((_, at) => prices[at] / scale[at] > PRICE_TOLERANCE);
  if (rows.length === 0) return null;
  return partOf(problem, rows, new Set(whole.people));
}
