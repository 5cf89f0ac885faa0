/** The best assignment that a search knows, and which bounds are not worth looking below. */
import { type Problem, UNPLACED } from '../../problem.ts';
import { worthOf } from '../assignment.ts';
import type { Incumbent } from '../first-answer.ts';
import type { Relaxation, Relaxed } from './relaxation.ts';

export interface BestKnown {
  readonly get: () => Incumbent | null;
  /** Takes what a solved relaxation picks, where it is whole, breaks no hard row as stated, and is better. */
  readonly note: (relaxation: Relaxation, solved: Relaxed) => void;
  /** In points: nothing worth less than this is looked for. */
  readonly wanted: () => number;
  readonly isSettled: (bound: number) => boolean;
  /** The same best, for a search that looks for nothing worth less than this, whatever is known. */
  readonly hoping: (least: number) => BestKnown;
}

/** A bound must be so much under the next whole point, so that prices rounded by the certificate still prove it. */
const MARGIN = 1e-4;
const WHOLE = 1e-6;

/** `gap` is that at which a node counts as settled. */
export function createBestKnown(stated: Problem, start: Incumbent | null, gap: number): BestKnown {
  let best = start;
  const note: BestKnown['note'] = (relaxation, { picked, optimal }) => {
    if (!optimal) return;
    for (const share of picked) if (share > WHOLE && share < 1 - WHOLE) return;
    const chosen = new Int32Array(stated.participants.length).fill(UNPLACED);
    const options = relaxation.options();
    picked.forEach((share, column) => {
      if (share > 0.5) chosen[stated.participant[options[column]]] = options[column];
    });
    const { objective, broken } = worthOf(stated, chosen);
    if (broken.length > 0 || (best !== null && objective <= best.objective)) return;
    best = { chosen, objective };
  };
  const seen = (wanted: () => number): BestKnown => ({
    get: () => best,
    note,
    wanted,
    isSettled: (bound) => bound < wanted() || bound === Number.NEGATIVE_INFINITY,
    hoping: (least) => seen(() => Math.max(least, wanted())),
  });
  return seen(() => {
    if (best === null) return Number.NEGATIVE_INFINITY;
    return best.objective + 1 + Math.floor(gap * Math.max(1, Math.abs(best.objective))) - MARGIN;
  });
}
