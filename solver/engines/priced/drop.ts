/**
 * Makes an assignment keep its hard rows by taking people out: while a hard row is overrun, the person of it leaves
 * whose leaving costs least for what it frees. Rows that want more people than there are cannot be mended so.
 * Cost: a look at everybody placed for every person that leaves.
 */
import { UNPLACED } from '../../problem.ts';
import { moveCost, type State } from './state.ts';

/** Whether no hard row is broken in the end. */
export function dropUntilKept(state: State): boolean {
  const { useStart, useConstraint, useAmount, limit, penalty } = state.problem;
  const rows: number[] = [];
  for (let r = 0; r < limit.length; r++) if (penalty[r] === Number.POSITIVE_INFINITY) rows.push(r);
  for (let left = state.chosen.length; left >= 0; left--) {
    const row = rows.find((r) => state.used[r] > limit[r]);
    if (row === undefined) return true;
    let leaver = -1;
    let least = Number.POSITIVE_INFINITY;
    state.chosen.forEach((option, person) => {
      if (option === UNPLACED) return;
      for (let e = useStart[option]; e < useStart[option + 1]; e++) {
        if (useConstraint[e] !== row || useAmount[e] <= 0) continue;
        const change = moveCost(state, person, UNPLACED) / useAmount[e];
        if (change < least) {
          least = change;
          leaver = person;
        }
      }
    });
    if (leaver < 0) return false;
    state.move(leaver, UNPLACED);
  }
  return false;
}
