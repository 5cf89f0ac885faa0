/** A region's own limits of retention, or the defaults. */
import type { Kysely } from 'kysely';
import { defaultRetention, type RetentionLimits } from '../../domain/retention.ts';
import { appendAudit } from '../audit/append.ts';
import type { Store } from '../open-store.ts';
import type { Database } from '../schema/database.ts';

export async function retentionLimitsOf(db: Kysely<Database>, region: string): Promise<RetentionLimits> {
  const row = await db
    .selectFrom('retention_limits')
    .select(['persons_months as persons', 'proposals_months as proposals', 'versions_months as versions'])
    .where('region', '=', region)
    .executeTakeFirst();
  return row ?? defaultRetention;
}

/** Sets them, and tells the audit log. False where there is no such region. */
export function setRetentionLimits(
  { db }: Pick<Store, 'db'>,
  region: string,
  limits: RetentionLimits,
  actor: string | null,
): Promise<boolean> {
  const values = {
    persons_months: limits.persons,
    proposals_months: limits.proposals,
    versions_months: limits.versions,
  };
  return db.transaction().execute(async (transaction) => {
    const known = await transaction
      .selectFrom('regions')
      .select('id')
      .where('id', '=', region)
      .executeTakeFirst();
    if (known === undefined) return false;
    await transaction
      .insertInto('retention_limits')
      .values({ region, ...values })
      .onConflict((conflict) => conflict.column('region').doUpdateSet(values))
      .execute();
    await appendAudit(transaction, {
      actor,
      action: 'retention.set',
      region,
      subject: null,
      detail: { ...limits },
    });
    return true;
  });
}
