import { z } from 'zod';
import { isProofTree } from './proof-tree.ts';
import type { Assigned, ProofTree, Solution } from './solution.ts';

/** resursutbyte/solution@1: an answer as JSON. Unknown keys are ignored. Times are never in it. */
export const SOLUTION_FORMAT = 'resursutbyte/solution@1';

const index = z.int().min(0);
const multipliersOf = (u: z.ZodInt) => {
  const list = z.array(z.tuple([index, u]));
  return z.object({ constraints: list, participants: list, cuts: list });
};
const cut = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rounded'),
    denominator: z.int().min(1),
    multipliers: multipliersOf(z.int().min(0)),
  }),
  z.object({
    kind: z.literal('mixed'),
    denominator: z.int().min(1),
    multipliers: multipliersOf(z.int()),
  }),
  z.object({
    kind: z.literal('count'),
    a: z.array(index),
    b: z.array(index),
    rows: z.array(index),
    facet: z.tuple([z.int(), z.int(), z.int()]),
  }),
]);

/** Cuts and tree as they stand in files, for every format that carries a proof. */
export const proofFields = {
  cuts: z.array(cut).exactOptional(),
  tree: z
    .custom<ProofTree>(isProofTree, 'a tree of {split, in, out}, {count, most, low, high} and {prices}')
    .exactOptional(),
};

const head = {
  format: z.literal(SOLUTION_FORMAT),
  stopped: z.enum(['gap', 'work', 'time', 'signal', 'exhausted']),
  engine: z.string(),
  seed: z.int(),
};

const assigned = z.object({
  ...head,
  status: z.enum(['optimal', 'feasible', 'infeasible']),
  broken: z.array(index).default([]),
  chosen: z.array(z.int().min(-1)).transform((values) => Int32Array.from(values)),
  objective: z.number(),
  bound: z.number(),
  gap: z.number(),
  certifiedBound: z.number(),
  proof: z.enum(['prices', 'cuts', 'tree', 'engine']),
  prices: z.array(z.number()).transform((values) => Float64Array.from(values)),
  ...proofFields,
});

const solutionFile = z.discriminatedUnion('status', [
  assigned,
  z.object({
    ...head,
    status: z.literal('conflict'),
    clash: z.object({ constraints: z.array(index), participants: z.array(index) }),
  }),
  z.object({ ...head, status: z.literal('unknown') }),
]);

export type SolutionReading =
  | { readonly status: 'read'; readonly solution: Solution }
  | { readonly status: 'refused'; readonly error: z.ZodError };

/** A solution from a parsed JSON value. That its claims hold is for the certificate to say. */
export function readSolution(json: unknown): SolutionReading {
  const parsed = solutionFile.safeParse(json);
  if (!parsed.success) return { status: 'refused', error: parsed.error };
  const { format: _, ...solution } = parsed.data;
  return { status: 'read', solution };
}

/** The text of a solution@1 file. */
export function writeSolution(solution: Solution): string {
  const plain = 'chosen' in solution ? assignedAsJson(solution) : solution;
  return `${JSON.stringify({ format: SOLUTION_FORMAT, ...plain })}\n`;
}

/** Without the basis, which is a start for the next solve and no part of the answer. */
function assignedAsJson({ basis: _, ...solution }: Assigned) {
  return { ...solution, chosen: Array.from(solution.chosen), prices: Array.from(solution.prices) };
}
