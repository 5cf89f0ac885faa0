/**
 * How likely each person was to get each place, found by drawing the lottery anew many times. Whoever matches knows how to draw; here it is
 * only counted.
 */

/** One drawing of the lottery: who got which arm (a team, a kind of place, or none). The same seed gives the same answer. */
export type Redraw = (seed: number) => ReadonlyMap<string, string>;

/** Per person and arm the share of the drawings in which they got it. Arms that nobody was given in any drawing are not there. */
export function assignmentProbabilities(
  redraw: Redraw,
  seeds: readonly number[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const shares = new Map<string, Map<string, number>>();
  for (const seed of seeds)
    for (const [person, arm] of redraw(seed)) {
      const own = shares.get(person) ?? new Map<string, number>();
      own.set(arm, (own.get(arm) ?? 0) + 1 / seeds.length);
      shares.set(person, own);
    }
  return shares;
}
