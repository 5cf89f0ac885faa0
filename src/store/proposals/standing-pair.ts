/** A pair that people have worked with and what has become of it, as it is written down for whoever asks again (matching/again). */
import { z } from 'zod';
import { pairState } from '../../domain/pair-life.ts';

export const standingPair = z.strictObject({
  participant: z.string(),
  team: z.string(),
  sfiGroup: z.string(),
  state: pairState,
  /** YYYY-MM-DD, in Sweden. */
  decidedOn: z.string(),
  /** Why rules were set aside for it, where they were. */
  override: z.string().exactOptional(),
});
export type StandingPair = Readonly<z.infer<typeof standingPair>>;
