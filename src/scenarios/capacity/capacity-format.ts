/** resursutbyte/capacity@1: the cheapest room that reaches a target, its proof, and what comes next. */
import { z } from 'zod';
import { scenarioSchema } from '../scenario-format.ts';

export const CAPACITY_FORMAT = 'resursutbyte/capacity@1';

const text = z.strictObject({ sv: z.string(), en: z.string() });
const count = z.int().min(0);

const openingKinds = ['team_seat', 'supervisor', 'sfi_seat', 'team', 'sfi_group'] as const;

const opening = z.strictObject({
  kind: z.enum(openingKinds),
  /** The team or SFI group that gets more, or the new one. */
  id: z.string(),
  count: z.int().min(1),
  /** Of all of them. */
  cost: count,
});

const plan = z.strictObject({
  openings: z.array(opening),
  cost: count,
  /** No plan is cheaper than this; the same as the cost where that is proven. */
  leastCost: count,
});

export const capacitySchema = z.strictObject({
  format: z.literal(CAPACITY_FORMAT),
  region: z.string(),
  target: z.strictObject({
    /** So many are to have a place, of so many who wait. */
    placed: count,
    people: count,
    /** Where everybody who can be placed is asked for: whether it is proven that no more can. */
    proven: z.boolean(),
  }),
  /** `impossible`: no additions that have a cost reach the target; `clash` then says which demands stand against each other. */
  status: z.enum(['proven', 'within_gap', 'impossible', 'unknown']),
  plan: plan.nullable(),
  clash: z.array(z.string()),
  /** The cheapest plan without one of the openings at all, cheapest first; null where there is none. */
  alternatives: z.array(
    z.strictObject({ without: opening.pick({ kind: true, id: true }), plan: plan.nullable() }),
  ),
  /** The plan as a scenario, to be run like any other. */
  scenario: scenarioSchema.nullable(),
  note: text,
});

export type Capacity = z.infer<typeof capacitySchema>;
export type Opening = z.infer<typeof opening>;
export type Plan = z.infer<typeof plan>;
