/**
 * An import, whole or not at all: the region's new version, the first policy of a region that has none, the entry in the audit log, and the
 * end of the upload that it came from, in one transaction.
 */
import { sql, type Transaction } from 'kysely';
import { defaultPolicy } from '../../domain/policy.ts';
import { appendAudit } from '../audit/append.ts';
import type { StoreData } from '../open-store.ts';
import { insertPolicy, latestPolicy } from '../policies/policies.ts';
import { placeTables } from '../regions/place-rows.ts';
import { type NewVersion, type SaveOutcome, saveVersionIn } from '../regions/save-region-version.ts';
import type { Database } from '../schema/database.ts';
import { forgetUpload } from './uploads.ts';

/** `upload` is the id of the upload that the content was read from; null where a command read it from files. */
export async function importVersion(
  { db, vault }: StoreData,
  given: NewVersion,
  upload: string | null,
): Promise<SaveOutcome> {
  const imported = await db.transaction().execute(async (transaction): Promise<SaveOutcome> => {
    const outcome = await saveVersionIn(transaction, vault, given);
    if (outcome.status !== 'saved') return outcome;
    await makeFirstPolicy(transaction, given);
    if (upload !== null) await forgetUpload(transaction, upload);
    await appendAudit(transaction, {
      actor: given.importedBy,
      action: 'region.import',
      region: given.region,
      subject: null,
      detail: { version: outcome.version.number, participants: given.content.participants.length },
    });
    return outcome;
  });
  // Else the first questions about so many new rows are planned as if there were none.
  if (imported.status === 'saved')
    await sql`analyze ${sql.join(['participants', ...placeTables].map((table) => sql.table(table)))}`.execute(
      db,
    );
  return imported;
}

/** From region.json, or the default. Later imports leave the policy alone: from then on it is saved by whoever may. */
async function makeFirstPolicy(
  transaction: Transaction<Database>,
  { region, content, importedBy }: NewVersion,
): Promise<void> {
  if ((await latestPolicy(transaction, region)) !== null) return;
  const policy = content.policy ?? defaultPolicy;
  await insertPolicy(transaction, { region, policy, note: '', by: importedBy }, 1);
}
