/**
 * The known word that a misspelt one most likely stands for.
 *
 * Source: Levenshtein distance (V. I. Levenshtein, 1966) by the two-row dynamic programme, given up as soon as
 * a row has nothing within the limit. Cost: O(length * length) per candidate of a similar length.
 */

/** The number of one-letter edits from a to b, or limit + 1 when there are more than `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = before[j - 1] + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      const edits = Math.min(change, before[j] + 1, row[j - 1] + 1);
      row.push(edits);
      if (edits < least) least = edits;
    }
    if (least > limit) return limit + 1;
    before = row;
  }
  return Math.min(before[b.length], limit + 1);
}

/**
 * The candidate with the fewest edits, whatever the case of letters; equal ones in alphabetical order, so that the
 * order of rows never matters. Null when nothing is close (more than 2 edits, 1 for words of up to 3 letters).
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let limit = wanted.length <= 3 ? 1 : 2;
  for (const candidate of candidates) {
    const edits = editDistance(wanted, candidate.toLowerCase(), limit);
    if (edits > limit) continue;
    if (best === null || edits < limit || candidate < best) best = candidate;
    limit = edits;
  }
  return best;
}
