/** Where a search stands: the decisions on the way from the root to a node, and how to get from one node to another. */
import type { Count } from '../counts.ts';
import { type Decision, decide, type Side } from './decision.ts';
import type { Branch } from './leaf.ts';
import type { Relaxation } from './relaxation.ts';

export interface Path {
  readonly decision: Decision;
  readonly side: Side;
  readonly before: Path | null;
  readonly depth: number;
}

export function step(before: Path | null, decision: Decision, side: Side): Path {
  return { decision, side, before, depth: (before?.depth ?? 0) + 1 };
}

/** Keeps the decisions of one path in force in a relaxation. */
export function createWalker(relaxation: Relaxation) {
  const walked: { readonly path: Path; readonly undo: () => void }[] = [];
  return {
    goTo(target: Path | null): void {
      const ahead: Path[] = [];
      for (let at = target; at; at = at.before) ahead.push(at);
      ahead.reverse();
      let common = 0;
      while (common < walked.length && common < ahead.length && walked[common].path === ahead[common])
        common++;
      while (walked.length > common) walked.pop()?.undo();
      for (const path of ahead.slice(common)) {
        walked.push({ path, undo: decide(relaxation, path.decision, path.side) });
      }
    },
  };
}

/** What holds at a node, the last decision first. */
export function branchesOf(path: Path | null, options: Int32Array): readonly Branch[] {
  const branches: Branch[] = [];
  for (let at = path; at; at = at.before) {
    const { decision, side } = at;
    if (decision.kind === 'count') {
      const [constraint, limit] =
        side === 'first' ? [decision.rows.low, decision.most] : [decision.rows.high, -decision.most - 1];
      branches.push({ kind: 'limit', constraint, limit });
    } else {
      const set = new Set(decision.columns.map((column) => options[column]));
      branches.push({
        kind: side === 'first' ? 'in' : 'out',
        participant: decision.participant,
        options: set,
      });
    }
  }
  return branches;
}

/** The limits that a path has set for the two rows of a count. */
export function limitsOf(
  path: Path | null,
  count: number,
  stated: { readonly low: number; readonly high: number },
): { readonly low: number; readonly high: number } {
  const limits = { ...stated };
  for (let at = path; at; at = at.before) {
    const { decision, side } = at;
    if (decision.kind !== 'count' || decision.count !== count) continue;
    if (side === 'first') limits.low = Math.min(limits.low, decision.most);
    else limits.high = Math.min(limits.high, -decision.most - 1);
  }
  return limits;
}

/** The prices of the rows of counts on the way, root first. The last limit of a row is the one in force. */
export function countPrices(path: Path | null, prices: Float64Array): number[] {
  const told: number[] = [];
  const seen = new Set<number>();
  for (let at = path; at; at = at.before) {
    if (at.decision.kind !== 'count') continue;
    const row = at.side === 'first' ? at.decision.rows.low : at.decision.rows.high;
    told.push(seen.has(row) ? 0 : prices[row]);
    seen.add(row);
  }
  return told.reverse();
}

/** How a tree names what a decision splits on. */
export function tellDecision(
  decision: Decision,
  counts: readonly Count[],
  options: Int32Array,
):
  | { readonly split: readonly number[] }
  | {
      readonly count: { readonly constraint: number; readonly side: 'above' | 'below' };
      readonly most: number;
    } {
  if (decision.kind === 'split') return { split: decision.columns.map((column) => options[column]) };
  const { constraint, side } = counts[decision.count];
  return { count: { constraint, side }, most: decision.most };
}
