import { z } from 'zod';
import { proofFields } from '../../solver/solution-json.ts';
import * as cell from '../domain/tables/cells.ts';
import { learntEffectSchema } from './learnt-effect.ts';

/**
 * resursutbyte/proposal@1: what is proposed, why, and its proof. Every list stands in the order of its ids, so that the order of rows in
 * the files never shows; times are never in it; unknown keys are refused, for a claim that nobody checks is no claim.
 */
export const PROPOSAL_FORMAT = 'resursutbyte/proposal@1';

const text = { sv: z.string(), en: z.string() };
const rate = z.number().min(0).max(1);
const count = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 sum');

const head = {
  format: z.literal(PROPOSAL_FORMAT),
  /** The region's name. */
  region: z.string(),
  engine: z.string(),
  stopped: z.enum(['gap', 'work', 'time', 'signal', 'exhausted']),
  seed: z.int(),
  /** How ties are broken: by a lottery drawn from the seed and each participant's id (solver/lottery.ts). */
  lottery: z.strictObject({ seed: z.int(), ...text }),
  /** What it was made from (digest.ts). */
  digest: z.strictObject({ region: sha256, policy: sha256 }),
  /** What a learnt chance does to women and men, where the policy lets one count. */
  learntChance: learntEffectSchema.exactOptional(),
  /** What had been proposed before, where this proposal was asked to keep it; only people and teams that the region still has. */
  previous: z
    .array(z.strictObject({ participant: z.string(), team: z.string(), sfiGroup: z.string() }))
    .min(1)
    .exactOptional(),
};

const pair = z.strictObject({
  participant: z.string(),
  team: z.string(),
  unit: z.string(),
  sfiGroup: z.string(),
  points: z.int(),
  /**
   * They add up to the points. For the officer who decides and the participant alone: `background`, `waiting` and `wishes` tell about the
   * person, and a host needs none of them.
   */
  terms: z.record(z.string(), z.int()),
  /** A week. */
  teamHours: z.number(),
  sfiHours: z.number(),
  conditions: z.array(z.strictObject({ code: z.enum(['extract']), ...text })),
  /** Rules that speak against the pair and were set aside by a decision, and the reason that it gives. */
  overridden: z
    .strictObject({
      reason: z.string(),
      rules: z.array(z.strictObject({ rule: z.string(), ...text })).min(1),
      ...text,
    })
    .exactOptional(),
});

const unplaced = z.strictObject({
  participant: z.string(),
  reason: z.strictObject({
    /** The rule that leaves no option, or one of seats_worth_more, limits_reached, search_stopped. */
    code: z.string(),
    ...text,
    /** What would change it. */
    change: z.strictObject(text),
  }),
});

const genderReport = z.strictObject({
  gender: cell.gender,
  pool: count,
  placed: count,
  rate,
  meanPoints: z.number(),
});

const coverageReport = z.strictObject({
  team: z.string(),
  language: z.string(),
  pupils: cell.pupils,
  wanted: count,
  present: count,
  placed: count,
  met: count,
});

/** By hand, in order of arrival; `broken` names the hard constraints that this would overrun. */
const baseline = z.strictObject({
  engine: z.literal('greedy'),
  objective: z.number(),
  placed: count,
  rates: z.array(genderReport),
  broken: z.array(z.string()),
});

const constraintText = z.strictObject({ constraint: z.string(), ...text });

export const assignedProposal = z.strictObject({
  ...head,
  /** `infeasible` only from an engine that looks at seats alone; `broken` says what it overruns. */
  status: z.enum(['optimal', 'feasible', 'infeasible']),
  broken: z.array(constraintText),
  objective: z.number(),
  /** No assignment is worth more. */
  bound: z.number(),
  gap: z.number(),
  /** What prices, cuts and tree prove by themselves. */
  certifiedBound: z.number(),
  /**
   * Whether bound = objective, so that nothing better exists. On whose word, `proof` says: prices, cuts and tree can be rechecked by anyone,
   * and then certifiedBound is that bound too; `engine` is the engine's word alone.
   */
  proven: z.boolean(),
  proof: z.enum(['prices', 'cuts', 'tree', 'engine']),
  pairs: z.array(pair),
  unplaced: z.array(unplaced),
  equity: z.array(
    z.strictObject({
      ...genderReport.shape,
      /** Whether the equity rows hold for this group. */ constrained: z.boolean(),
    }),
  ),
  coverage: z.array(coverageReport),
  baseline,
  /** By constraint id; those that are not 0. */
  prices: z.record(z.string(), z.number()),
  /** One a cut. */
  cutPrices: z.array(z.number()).exactOptional(),
  /** Indices in cuts and tree are those of the canonical problem of this seed (solver/canonical.ts). */
  cuts: proofFields.cuts,
  tree: proofFields.tree,
});

const conflict = z.strictObject({
  ...head,
  status: z.literal('conflict'),
  /** Demands that cannot all be met; letting go of any one resolves this clash. */
  clash: z.array(constraintText),
  /** Those whose having one place at most takes part in it. */
  participants: z.array(z.string()),
});

const unknown = z.strictObject({ ...head, status: z.literal('unknown') });

export const proposalSchema = z.discriminatedUnion('status', [assignedProposal, conflict, unknown]);

export type Proposal = z.infer<typeof proposalSchema>;
export type AssignedProposal = z.infer<typeof assignedProposal>;
