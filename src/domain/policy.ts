import { z } from 'zod';
import { chanceModel } from './learnt-chance.ts';

const points = z.int().min(0).max(100_000);
/** Points lost per person too many, where nothing else is said; null makes the rule hard. */
const penalty = points.nullable();
const cost = z.int().min(0).max(1_000_000);
/** Percentage points by which two groups may differ. */
const tolerance = z.number().min(0).max(100);

/** What each term of the points weighs: the most that it can give. Whole points, 1000 in all by default. */
const weights = z.strictObject({
  /** How well participant and pupils understand each other: level x intelligibility in the best shared language. */
  language: points.default(300),
  /** How many pupils speak the shared languages, and how many more than last year. */
  pupils: points.default(150),
  /** A background that the pupils share; only with consent and a legal_basis. */
  background: points.default(0),
  /** The share of the team's roles that the participant wants. */
  roles: points.default(120),
  /** The share of what the team asks for that the participant knows. */
  competences: points.default(130),
  /** Keeping the SFI group that one is in. */
  sfi_continuity: points.default(60),
  /** A short way: all at 0 minutes, nothing from 90. */
  commute: points.default(100),
  /** Time since the residence permit: all from two years on. */
  waiting: points.default(80),
  /** A unit that the participant would like. */
  wishes: points.default(60),
});

const policyFields = z.strictObject({
  format: z.literal('resursutbyte/policy@1').default('resursutbyte/policy@1'),
  /** Being placed at all, so that scarce seats do not simply go to the easiest fits. */
  placement_points: points.default(1000),
  weights: weights.prefault({}),
  /** Why background may be used at all (GDPR art. 9), in words. Without it the weight of background must be 0. */
  legal_basis: z.string().min(20).max(2000).optional(),
  /**
   * A learnt chance of completing as a term of the points, all of `points` at a chance of 1. Off unless it stands here; the service takes it only
   * where those who saw its effect on women and men have let this model count.
   */
  learnt_chance: z.strictObject({ points, model: chanceModel }).optional(),
  /** Points for the team and SFI group that an earlier proposal gave, where one is to be kept; half of them for the team alone. */
  keep_points: points.default(100),
  travel: z
    .strictObject({
      speed_km_h: z.number().positive().max(200).default(18),
      detour: z.number().min(1).max(3).default(1.3),
      fixed_minutes: z.int().min(0).max(120).default(8),
    })
    .prefault({}),
  /** Hours a week that civic orientation (samhällsorientering) takes out of the week. */
  civic_orientation_hours: z.number().min(0).max(40).default(3),
  /** A criminal-record extract (skollagen 2:31-32): how old it may be at the start, and whether one that is still missing may be a condition. */
  extract: z
    .strictObject({
      max_age_days: z.int().min(1).max(366).default(365),
      on_condition: z.boolean().default(true),
    })
    .prefault({}),
  /** What adults wanted per language in a team are worth. */
  wanted: z
    .strictObject({
      /**
       * w1, w2, ... in points; the last one serves all further adults. With n adults wanted, the k-th is worth w_k + ... + w_n, since tier k
       * costs w_k for each of its k adults who is missing: at 200, 100, 50 and two wanted, the first is worth 300 and the second 100.
       */
      tier_penalties: z.array(points).min(1).max(10).default([200, 100, 50]),
    })
    .prefault({}),
  equity: z
    .strictObject({
      placement_tolerance: tolerance.nullable().default(10),
      points_tolerance: tolerance.nullable().default(10),
      /**
       * Points lost for each percentage point beyond a tolerance, for mean points a hundredth of the most that one can have; null is hard,
       * 0 asks for nothing. At least one for each person of the two groups counts (src/matching/constraints/equity.ts).
       */
      penalty: penalty.default(null),
      /** A group smaller than this is reported, not constrained. */
      smallest_group: z.int().min(1).default(5),
    })
    .prefault({}),
  /** The most of today's pool, as a share, that may go to one unit or one district; null for no such rule. */
  balance: z
    .strictObject({
      unit_share: z.number().min(0).max(1).nullable().default(null),
      district_share: z.number().min(0).max(1).nullable().default(null),
      penalty: penalty.default(null),
    })
    .prefault({}),
  /** What more room costs, in whole units of any one kind (thousands of kronor a year); what has no cost cannot be added. */
  costs: z
    .strictObject({
      /** One more seat in a team that is there, which still needs supervision. */
      team_seat: cost.optional(),
      /** One more supervisor, who receives as many as the team's others do. */
      supervisor: cost.optional(),
      sfi_seat: cost.optional(),
      /** A whole new team, or a whole new SFI group, with all its seats and supervisors. */
      team: cost.optional(),
      sfi_group: cost.optional(),
    })
    .optional(),
});

/** How this region weighs what it wants. Unknown keys are refused. Every field has a default: `policySchema.parse({})` is the default policy. */
export const policySchema = policyFields.refine(
  (p) => p.weights.background === 0 || p.legal_basis !== undefined,
  {
    path: ['legal_basis'],
    message:
      'weights.background is above 0, so legal_basis must say in words why background may be used (GDPR art. 9)',
  },
);

export type Policy = z.infer<typeof policySchema>;

export const defaultPolicy: Policy = policySchema.parse({});
