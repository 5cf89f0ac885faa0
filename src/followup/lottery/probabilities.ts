/**
 * How likely each person was to get each arm, counted over drawings of the same lottery. Whoever matches knows how to draw
 * (matching/draw-anew.ts).
 */

/** Who got which arm in one drawing; whoever is in neither arm is not in it. */
export type ArmsDrawn = ReadonlyMap<string, string>;

/** Per person and arm the share of the drawings in which they got it. Arms that somebody got in no drawing are not there. */
export function assignmentProbabilities(
  drawings: readonly ArmsDrawn[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const shares = new Map<string, Map<string, number>>();
  for (const drawing of drawings)
    for (const [person, arm] of drawing) {
      const own = shares.get(person) ?? new Map<string, number>();
      own.set(arm, (own.get(arm) ?? 0) + 1 / drawings.length);
      shares.set(person, own);
    }
  return shares;
}
