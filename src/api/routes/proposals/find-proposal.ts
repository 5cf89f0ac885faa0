/** A proposal that whoever asks may have to do with: one of a region that a grant of theirs reaches. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Action } from '../../../domain/access/table.ts';
import { failure } from '../../../errors.ts';
import { type ProposalHead, readProposal } from '../../../jobs/proposals/read-proposal.ts';
import type { StoreData } from '../../../store/open-store.ts';
import { allowed } from '../../guard.ts';

export const byProposal = z.strictObject({ id: z.uuid() });

/** Null where there is none, or none for them: the two look the same. */
export async function findProposal(
  request: FastifyRequest,
  { db }: Pick<StoreData, 'db'>,
  id: string,
  action: Extract<Action, 'proposal.head' | 'proposal.proof'>,
): Promise<ProposalHead | null> {
  const proposal = await readProposal(db, id);
  return proposal !== null && allowed(request, action, { region: proposal.region }) ? proposal : null;
}

export const noProposal = failure('not_found', {
  sv: 'Förslaget finns inte.',
  en: 'There is no such proposal.',
});
