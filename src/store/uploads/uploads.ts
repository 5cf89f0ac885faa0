/**
 * What somebody sent to be imported, kept until they confirm it: as it came, sealed under a key of its own, for a limited time. A user has one
 * upload a region, so that a new one takes the place of the last.
 */
import { randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Transaction } from 'kysely';
import type { StoreData } from '../open-store.ts';
import type { Database } from '../schema/database.ts';
import { open, seal } from '../vault.ts';

/** So long is there to look at a preview and confirm it. */
export const uploadLifeMs = 60 * 60_000;

export interface NewUpload {
  readonly region: string;
  /** The number of the version that it was compared with; 0 is none. */
  readonly follows: number;
  readonly kind: 'json' | 'packed';
  readonly bytes: Uint8Array;
  readonly by: string;
}

export interface Upload extends NewUpload {
  readonly id: string;
}

export interface KeptUpload {
  readonly id: string;
  readonly expiresAt: Date;
}

/** Keeps an upload from `now` on, and forgets every one that has expired by then. */
export async function keepUpload(
  transaction: Transaction<Database>,
  { vault }: Pick<StoreData, 'vault'>,
  { region, follows, kind, bytes, by }: NewUpload,
  now: Date,
): Promise<KeptUpload> {
  await transaction.deleteFrom('uploads').where('expires_at', '<=', now).execute();
  const id = randomUUID();
  const expiresAt = new Date(now.getTime() + uploadLifeMs);
  const { key, wrapped } = vault.newKey(uploadContext(id));
  const row = {
    id,
    follows,
    kind,
    master_key: vault.fingerprint,
    wrapped,
    sealed: seal(key, gzipSync(bytes, { level: 1 }), uploadContext(id)),
    uploaded_at: now,
    expires_at: expiresAt,
  };
  await transaction
    .insertInto('uploads')
    .values({ ...row, region, uploaded_by: by })
    .onConflict((conflict) => conflict.columns(['region', 'uploaded_by']).doUpdateSet(row))
    .execute();
  return { id, expiresAt };
}

/** An upload of this user's, null where there is none by then. */
export async function findUpload(
  { db, vault }: StoreData,
  asked: { readonly id: string; readonly region: string; readonly by: string },
  now: Date,
): Promise<Upload | null> {
  const row = await db
    .selectFrom('uploads')
    .selectAll()
    .where('id', '=', asked.id)
    .where('region', '=', asked.region)
    .where('uploaded_by', '=', asked.by)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, region, follows, kind, wrapped, sealed } = row;
  const bytes = open(vault.unwrap(wrapped, uploadContext(id)), sealed, uploadContext(id));
  return { id, region, follows, kind, bytes: gunzipSync(bytes), by: asked.by };
}

export async function forgetUpload(transaction: Transaction<Database>, id: string): Promise<void> {
  await transaction.deleteFrom('uploads').where('id', '=', id).execute();
}

/** All of a region's: any of them may hold whoever is erased. */
export async function forgetUploadsOf(transaction: Transaction<Database>, region: string): Promise<void> {
  await transaction.deleteFrom('uploads').where('region', '=', region).execute();
}

export function uploadContext(id: string): string {
  return `uploads/${id}`;
}
