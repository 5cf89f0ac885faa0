import { facets, type Pair } from '../../../solver/hull.ts';
import { ceilOfShare } from './whole-share.ts';

/**
 * The integer hull of the allowed mixes of a team: which whole pairs (women, men) may be placed together.
 *
 * A pair is allowed when women + men <= places, women >= women_share x (women + men) and men >= men_share x (women + men). Nobody at all is
 * allowed. People of another gender take places but are in neither share: they never break a mix nor mend one, so no person's gender closes
 * a team to them, and the pairs alone decide. The allowed pairs are all whole points of a convex set, hence all whole points of their
 * convex hull: its facets let every allowed pair through and stop every other, and no tighter linear rows exist.
 *
 * 1. For every total n, list the fewest and the most women allowed; pairs in between lie on the line that joins them.
 * 2. Their convex hull as rows with whole, coprime coefficients (solver/hull.ts).
 * 3. Left out is what holds anyhow because places are limited by rows of their own.
 *
 * Cost: O(places log places).
 */
export interface Facet {
  /** women x w + men x m <= limit, for w women and m men placed. */
  readonly women: number;
  readonly men: number;
  readonly limit: number;
}

/** The facets for a number of places and two shares of 0-1, read to a millionth. */
export function mixFacets(places: number, womenShare: number, menShare: number): readonly Facet[] {
  return facets(extremePairs(places, womenShare, menShare))
    .map(([women, men, limit]) => ({ women, men, limit }))
    .filter(({ women, men, limit }) => Math.max(women, men, 0) * places > limit);
}

/** Step 1. */
function extremePairs(places: number, womenShare: number, menShare: number): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let n = 0; n <= places; n++) {
    const fewest = ceilOfShare(womenShare, n);
    const most = n - ceilOfShare(menShare, n);
    if (fewest > most) continue;
    pairs.push([fewest, n - fewest]);
    if (most > fewest) pairs.push([most, n - most]);
  }
  return pairs;
}
