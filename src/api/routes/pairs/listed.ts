/** What the log keeps of a page of persons: one entry with the pseudonyms on it, before the page is answered; nothing of an empty one. */
import type { FastifyRequest } from 'fastify';
import type { Action } from '../../../domain/access/table.ts';
import type { AuditReads } from '../../../store/audit/reads.ts';

export async function recordListed(
  reads: AuditReads,
  { actor }: FastifyRequest,
  {
    action,
    region,
    proposal,
  }: { readonly action: Action; readonly region: string; readonly proposal?: string },
  rows: readonly { readonly participant: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  const participants = rows.map(({ participant }) => participant);
  const detail = { ...(proposal !== undefined && { proposal }), participants };
  await reads.record({ actor: actor.userId, action, region, subject: null, detail });
}
