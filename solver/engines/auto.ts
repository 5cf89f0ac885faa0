/**
 * The choice of an engine by size, from measurement (2 cores, one thread, made-up instances of 93 to 2,000 people): HiGHS
 * proves 93 people in 0.5 s, 500 with every kind of row in 1 to 15 s, and 600 with 63,007 options in 10 to 20 s;
 * javascript-lp-solver needs 5 s for 93 without ever saying that it has proven anything.
 */
import type { Problem } from '../problem.ts';
import type { Engine } from './engine.ts';
import { greedy } from './greedy.ts';
import { highs } from './highs.ts';

export interface Choice {
  readonly engine: Engine;
  /** One sentence, in Swedish and in English. */
  readonly reason: { readonly sv: string; readonly en: string };
}

/** Above this many entries a HiGHS model no longer fits the 4 GB that WebAssembly can address. */
const MOST_ENTRIES_FOR_HIGHS = 20_000_000;

/** The engine that is best for a problem of this size, and why. */
export function chooseEngine(problem: Problem): Choice {
  const entries = problem.useConstraint.length + problem.participant.length;
  const sizeSv = `${problem.participants.length} deltagare och ${problem.participant.length} alternativ`;
  const sizeEn = `${problem.participants.length} participants and ${problem.participant.length} options`;
  if (entries > MOST_ENTRIES_FOR_HIGHS) {
    return {
      engine: greedy,
      reason: {
        sv: `${sizeSv} är för många för HiGHS minne, så platserna fördelas i tur och ordning.`,
        en: `${sizeEn} are too many for the memory of HiGHS, so seats are given out in order of arrival.`,
      },
    };
  }
  return {
    engine: highs,
    reason: {
      sv: `HiGHS valdes: motorn löser ${sizeSv} exakt, eller med känd marginal om tiden tar slut.`,
      en: `HiGHS was chosen: it solves ${sizeEn} exactly, or to a known gap where time runs out.`,
    },
  };
}
