/**
 * What a region's partners agreed on, as entries in the order in which they were recorded; each is written once. What an entry says is for
 * its reader to parse (src/followup/agreements.ts).
 */
import type { Kysely, Transaction } from 'kysely';
import type { Action } from '../../domain/access/table.ts';
import { appendAudit } from '../audit/append.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Database } from '../schema/database.ts';
import type { AgreementKind } from '../schema/followup.ts';

export interface NewAgreement {
  readonly kind: AgreementKind;
  readonly entry: unknown;
}

export interface Agreement extends NewAgreement {
  readonly id: number;
  readonly at: Date;
  /** A user's id and name; null where a command of the machine's own did it. */
  readonly by: string | null;
  readonly byName: string | null;
}

/** The earliest first. */
export function agreementsIn(db: Kysely<Database>, region: string): Promise<readonly Agreement[]> {
  return db
    .selectFrom('agreements')
    .leftJoin('users', 'users.id', 'agreements.recorded_by')
    .select(['agreements.id', 'kind', 'entry', 'at', 'recorded_by as by', 'display_name as byName'])
    .where('region', '=', region)
    .orderBy('agreements.id')
    .execute();
}

export interface Agreeing {
  readonly region: string;
  readonly action: Action;
  readonly by: string | null;
}

export type Agreed<Refusal> =
  | { readonly status: 'agreed'; readonly entries: readonly NewAgreement[] }
  | Refusal
  | { readonly status: 'not_found' };

/**
 * Adds what `choose` makes of the entries that stand, or nothing where it refuses; nobody else adds to the region in between. The log is told
 * of each kind and how many.
 */
export function agree<Refusal extends { readonly status: string }>(
  db: Kysely<Database>,
  { region, action, by }: Agreeing,
  choose: (
    standing: readonly Agreement[],
  ) => { readonly status: 'agreed'; readonly entries: readonly NewAgreement[] } | Refusal,
): Promise<Agreed<Refusal>> {
  return inTransaction(db, async (transaction): Promise<Agreed<Refusal>> => {
    const found = await transaction
      .selectFrom('regions')
      .select('id')
      .where('id', '=', region)
      .forUpdate()
      .executeTakeFirst();
    if (found === undefined) return { status: 'not_found' };
    const chosen = choose(await agreementsIn(transaction, region));
    if (chosen.status !== 'agreed' || !('entries' in chosen)) return chosen;
    await insertAll(transaction, region, chosen.entries, by);
    const kinds = [...new Set(chosen.entries.map(({ kind }) => kind))].sort();
    await appendAudit(transaction, {
      actor: by,
      action,
      region,
      subject: null,
      detail: { kinds, entries: chosen.entries.length },
    });
    return chosen;
  });
}

async function insertAll(
  transaction: Transaction<Database>,
  region: string,
  entries: readonly NewAgreement[],
  by: string | null,
): Promise<void> {
  if (entries.length === 0) return;
  await transaction
    .insertInto('agreements')
    .values(
      entries.map(({ kind, entry }) => ({ region, kind, entry: JSON.stringify(entry), recorded_by: by })),
    )
    .execute();
}
