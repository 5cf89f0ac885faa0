/**
 * The proposal that stands in a region is the one that people decide on. Whoever decides reads the pointer and holds it against change to the
 * end of the transaction, many at a time; whoever changes who takes which seat (another proposal, a pair by hand, a refusal taken back) has
 * it alone.
 */
import type { Kysely, Transaction } from 'kysely';
import type { Text } from '../../domain/text.ts';
import type { Database } from '../schema/database.ts';

/** Whether a proposal is the one that stands, will be one if it is kept, or has been one. */
export type ProposalStanding = 'standing' | 'draft' | 'superseded';

export interface Pointer {
  readonly proposal: string;
  readonly version: number;
}

/** The region's pointer, held: `shared` with others who decide, or `alone`. Null where nothing stands yet. */
export async function holdPointer(
  trx: Transaction<Database>,
  region: string,
  how: 'shared' | 'alone',
): Promise<Pointer | null> {
  const query = trx
    .selectFrom('standing_proposals')
    .select(['proposal', 'version'])
    .where('region', '=', region);
  const held = how === 'alone' ? query.forUpdate() : query.forShare();
  return (await held.executeTakeFirst()) ?? null;
}

/** Tells that who takes which seat has changed. Only for whoever holds the pointer alone. */
export async function movePointer(trx: Transaction<Database>, region: string): Promise<void> {
  await trx
    .updateTable('standing_proposals')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('region', '=', region)
    .execute();
}

export async function findPointer(db: Kysely<Database>, region: string): Promise<Pointer | null> {
  const found = await db
    .selectFrom('standing_proposals')
    .select(['proposal', 'version'])
    .where('region', '=', region)
    .executeTakeFirst();
  return found ?? null;
}

export function standingOf(
  pointer: Pointer | null,
  { id, keptAt }: { readonly id: string; readonly keptAt: Date | null },
): ProposalStanding {
  if (pointer?.proposal === id) return 'standing';
  return keptAt === null ? 'draft' : 'superseded';
}

export const notStanding: Readonly<Record<Exclude<ProposalStanding, 'standing'>, Text>> = {
  draft: {
    sv: 'Förslaget är ett utkast: behåll det först, så går det att besluta om.',
    en: 'The proposal is a draft: keep it first, and it can be decided on.',
  },
  superseded: {
    sv: 'Ett nyare förslag gäller: besluta om paret där.',
    en: 'A newer proposal stands: decide on the pair there.',
  },
};
