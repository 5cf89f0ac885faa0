import { z } from 'zod';
import type { ProofTree } from './solution.ts';

const index = z.int().min(0);
const leaf = z.strictObject({ prices: z.array(z.number()) });
const split = z.strictObject({ split: z.array(index).min(1), in: z.unknown(), out: z.unknown() });
const count = z.strictObject({
  count: z.strictObject({ constraint: index, side: z.enum(['above', 'below']) }),
  most: z.int(),
  low: z.unknown(),
  high: z.unknown(),
});

/**
 * Whether a parsed JSON value has the form of a proof tree; what it proves is for the certificate to say. Goes through
 * the nodes without recursion: a hostile file may nest them deeper than a call stack reaches.
 */
export function isProofTree(value: unknown): value is ProofTree {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const node = open.pop();
    if (leaf.safeParse(node).success) continue;
    const bySplit = split.safeParse(node);
    if (bySplit.success) {
      open.push(bySplit.data.in, bySplit.data.out);
      continue;
    }
    const byCount = count.safeParse(node);
    if (!byCount.success) return false;
    open.push(byCount.data.low, byCount.data.high);
  }
  return true;
}
