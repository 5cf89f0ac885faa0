/** How a proposal is to be solved, as it is kept with the proposal; the seed has a column of its own. */
import { z } from 'zod';
import { engineNames } from '../../../solver/engines/names.ts';

export const proposalSettings = z.strictObject({
  engine: z.enum(['auto', ...engineNames]),
  /** The largest gap to stop at. */
  gap: z.number().min(0),
  timeLimitMs: z.number().positive(),
  /** Units of work, for the engine that counts it. */
  workLimit: z.number().positive().exactOptional(),
});
export type ProposalSettings = z.infer<typeof proposalSettings>;
