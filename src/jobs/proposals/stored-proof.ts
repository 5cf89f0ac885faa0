/**
 * What a proof takes beside the problem, as it is kept: compressed JSON. Options, cuts and tree are told in the indices of the canonical
 * problem of the proposal's seed, which the order of rows does not change; its digest is kept beside it.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Problem } from '../../../solver/problem.ts';
import { writeProblem } from '../../../solver/problem-json.ts';
import { proofFields } from '../../../solver/solution-json.ts';
import type { AssignedProposal } from '../../matching/proposal-format.ts';

const storedProof = z.strictObject({
  /** An option, or -1, per participant of the canonical problem. */
  chosen: z.array(z.int().min(-1)),
  /** By constraint id; those that are not 0. */
  prices: z.record(z.string(), z.number()),
  cutPrices: z.array(z.number()).exactOptional(),
  cuts: proofFields.cuts,
  tree: proofFields.tree,
});
export type StoredProof = z.infer<typeof storedProof>;

export function packProof({ prices, cutPrices, cuts, tree }: AssignedProposal, chosen: Int32Array): Buffer {
  const proof = {
    chosen: Array.from(chosen),
    prices,
    ...(cutPrices && { cutPrices }),
    ...(cuts && { cuts }),
    ...(tree && { tree }),
  };
  return gzipSync(JSON.stringify(proof));
}

export function unpackProof(packed: Uint8Array): StoredProof {
  return storedProof.parse(JSON.parse(gunzipSync(packed).toString()));
}

/** SHA-256 of the problem@1 text of a canonical problem, in hexadecimal: whoever downloads it can recompute this with any tool. */
export function problemDigest(problem: Problem): string {
  const hash = createHash('sha256');
  for (const piece of writeProblem(problem)) hash.update(piece);
  return hash.digest('hex');
}
