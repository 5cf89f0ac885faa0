/**
 * prove: the problem that a proposal was solved from, and the solution with its proof, for anybody to recheck. The problem is built again from
 * the version of the region, and must come out with the digest that was kept; it would take many times the region's own room to keep it.
 */
import { createGzip } from 'node:zlib';
import { canonicalise } from '../../../solver/canonical.ts';
import type { Problem } from '../../../solver/problem.ts';
import { writeProblem } from '../../../solver/problem-json.ts';
import type { Assigned } from '../../../solver/solution.ts';
import { writeSolution } from '../../../solver/solution-json.ts';
import { type Failure, failure } from '../../errors.ts';
import { buildMatching } from '../../matching/matching.ts';
import type { StoreAccess, StoreData } from '../../store/open-store.ts';
import { inStore } from '../in-store.ts';
import { readMatched, readOrder } from '../proposals/order.ts';
import { problemDigest, type StoredProof, unpackProof } from '../proposals/stored-proof.ts';
import { type ProposalSummary, proposalSummary } from '../proposals/summary.ts';

interface Asked {
  readonly access: StoreAccess;
  /** The id of a proposal. */
  readonly proposal: string;
}

/** resursutbyte/proof@1 as JSON, compressed with gzip. */
export interface PackedProof {
  readonly status: 'packed';
  readonly gzip: Uint8Array;
}

export function proveProposal({ access, proposal }: Asked): Promise<PackedProof | Failure> {
  return inStore(access, (store) => prove(store, proposal));
}

async function prove(store: StoreData, proposal: string): Promise<PackedProof | Failure> {
  const kept = await store.db
    .selectFrom('proposals')
    .select(['problem_digest as digest', 'solution', 'summary'])
    .where('id', '=', proposal)
    .executeTakeFirst();
  if (kept === undefined || kept.solution === null || kept.digest === null) return nothingToProve;
  const order = await readOrder(store.db, proposal);
  const { region, previous, whole } = await readMatched(store, order);
  if (!whole) return erased;
  const proof = unpackProof(kept.solution);
  const { problem } = canonicalise(
    buildMatching(region, order.policy, previous).problem,
    order.settings.seed,
  );
  if (problemDigest(problem) !== kept.digest) return builtOtherwise;
  const solution = solutionOf(problem, proposalSummary.parse(kept.summary), proof);
  return { status: 'packed', gzip: await packed(proposal, kept.digest, problem, solution) };
}

/** In the indices of the canonical problem. */
function solutionOf(problem: Problem, summary: ProposalSummary, proof: StoredProof): Assigned {
  const { status, stopped, engine, seed, objective, bound, gap, certifiedBound } = summary;
  const rowOf = new Map(problem.constraints.map((id, r) => [id, r]));
  return {
    ...{ status, stopped, engine, seed, objective, bound, gap, certifiedBound, proof: summary.proof },
    broken: summary.broken.map(({ constraint }) => rowOf.get(constraint) ?? -1).sort((a, b) => a - b),
    chosen: Int32Array.from(proof.chosen),
    prices: Float64Array.from([
      ...problem.constraints.map((id) => proof.prices[id] ?? 0),
      ...(proof.cutPrices ?? []),
    ]),
    ...(proof.cuts && { cuts: proof.cuts }),
    ...(proof.tree && { tree: proof.tree }),
  };
}

/** Written piece by piece: the text of a large problem would not fit into one string. */
async function packed(
  proposal: string,
  digest: string,
  problem: Problem,
  solution: Assigned,
): Promise<Uint8Array> {
  const gzip = createGzip();
  const pieces: Buffer[] = [];
  gzip.on('data', (piece: Buffer) => pieces.push(piece));
  const done = Promise.withResolvers<void>();
  gzip.once('end', done.resolve);
  const head = { format: 'resursutbyte/proof@1', proposal, problemDigest: digest };
  gzip.write(`${JSON.stringify(head).slice(0, -1)},"problem":`);
  for (const piece of writeProblem(problem)) {
    if (!gzip.write(piece)) await new Promise<void>((resolve) => gzip.once('drain', () => resolve()));
  }
  gzip.end(`,"solution":${writeSolution(solution)}}`);
  await done.promise;
  return Buffer.concat(pieces);
}

const nothingToProve = failure('not_found', {
  sv: 'Förslaget har inget bevis.',
  en: 'The proposal has no proof.',
});
const erased = failure('not_found', {
  sv: 'Beviset går inte att visa längre: personer i underlaget har raderats.',
  en: 'The proof can no longer be shown: people in the input have been erased.',
});
const builtOtherwise = failure('not_found', {
  sv: 'Beviset går inte att visa: den här versionen av programmet bygger problemet på annat sätt än den som löste det.',
  en: 'The proof cannot be shown: this version of the program builds the problem otherwise than the one that solved it.',
});
