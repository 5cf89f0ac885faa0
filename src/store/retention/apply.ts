/**
 * Carries out what retention says (plan.ts), a region in one transaction: persons are erased as one by one (erasure/erase-person.ts), proposals
 * and versions are deleted with all that hangs on them. The audit log tells it and is itself never cut.
 */

import { sql, type Transaction } from 'kysely';
import { dayOf } from '../../domain/dates.ts';
import { type AuditEntry, appendAllAudit } from '../audit/append.ts';
import type { Store } from '../open-store.ts';
import { placeTables } from '../regions/place-rows.ts';
import type { Database } from '../schema/database.ts';
import { forgetUploadsOf } from '../uploads/uploads.ts';
import { planRetention, type RetentionPlan } from './plan.ts';

export interface Applying {
  readonly region: string;
  readonly at: Date;
  /** A user; null for a command of the machine's own. */
  readonly actor: string | null;
}

/** Applies a region's limits as of a time, and says what went. No version is saved and nobody placed meanwhile. */
export function applyRetention({ db }: Pick<Store, 'db'>, applying: Applying): Promise<RetentionPlan> {
  const { region, at, actor } = applying;
  return db.transaction().execute(async (transaction) => {
    await sql`select from regions where id = ${region} for update`.execute(transaction);
    await sql`lock table pairs in share row exclusive mode`.execute(transaction);
    const plan = await planRetention(transaction, region, dayOf(at));
    await sql`select set_config('resursutbyte.retention', 'on', true)`.execute(transaction);
    await erasePersons(transaction, plan, at);
    await deleteProposals(transaction, plan);
    await deleteVersions(transaction, plan);
    await forgetUploadsOf(transaction, region);
    await appendAllAudit(transaction, entriesOf(plan, actor));
    return plan;
  });
}

async function erasePersons(
  db: Transaction<Database>,
  { region, persons }: RetentionPlan,
  at: Date,
): Promise<void> {
  const ids = persons.map(({ id }) => id);
  await sql`delete from contacts where region = ${region} and participant = any(${ids}::text[])`.execute(db);
  await sql`
    update person_keys set wrapped = null, shredded_at = ${at}
    where region = ${region} and participant = any(${ids}::text[])`.execute(db);
}

async function deleteProposals(db: Transaction<Database>, { proposals }: RetentionPlan): Promise<void> {
  const ids = proposals.map(({ id }) => id);
  for (const table of [
    'jobs',
    'proposal_inputs',
    'proposal_told',
    'answers',
    'cases',
    'pairs',
    'unplaced',
    'decisions',
  ]) {
    await sql`delete from ${sql.table(table)} where proposal = any(${ids}::uuid[])`.execute(db);
  }
  // A later proposal was asked to keep what one of these gave; that it was, its own settings and pairs still tell.
  await sql`update proposals set previous = null where previous = any(${ids}::uuid[])`.execute(db);
  await sql`delete from proposals where id = any(${ids}::uuid[])`.execute(db);
}

async function deleteVersions(db: Transaction<Database>, { versions }: RetentionPlan): Promise<void> {
  const ids = versions.map(({ id }) => id);
  for (const table of ['participants', ...placeTables.toReversed()]) {
    await sql`delete from ${sql.table(table)} where version = any(${ids}::bigint[])`.execute(db);
  }
  await sql`delete from region_versions where id = any(${ids}::bigint[])`.execute(db);
}

/** One for each person, as for an erasure that is asked for, and one for the rest where anything went. */
function entriesOf(plan: RetentionPlan, actor: string | null): readonly AuditEntry[] {
  const { region, limits, persons, proposals, versions } = plan;
  const erased = persons.map(({ id, dueOn }): AuditEntry => {
    const detail = { by: 'retention', due_on: dueOn };
    return { actor, action: 'person.erase', region, subject: id, detail };
  });
  if (persons.length + proposals.length + versions.length === 0) return [];
  const detail = {
    limits: [limits.persons, limits.proposals, limits.versions].map(String),
    persons: persons.length,
    proposals: proposals.map(({ id }) => id),
    versions: versions.map(({ number }) => String(number)),
  };
  return [...erased, { actor, action: 'retention.run', region, subject: null, detail }];
}
