import { z } from 'zod';
import * as cell from './tables/cells.ts';

/**
 * What a participant has answered to a proposal, recorded by an officer: yes, or no, and to what, and which units they would like or not.
 * A no that names neither team nor SFI group is a no to any place for now. The person's own words need not be recorded.
 */
export const participantAnswer = z.strictObject({
  participant: cell.key,
  answer: z.enum(['yes', 'no', 'undecided']),
  team: cell.key.exactOptional(),
  sfi_group: cell.key.exactOptional(),
  wishes: z.array(cell.key),
  avoids: z.array(cell.key),
  answered_on: cell.date,
});
export type ParticipantAnswer = Readonly<z.infer<typeof participantAnswer>>;
