/** What every route of a region begins with: whether whoever asks may, and which version is meant. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Action } from '../../domain/access/table.ts';
import { regionId } from '../../domain/region-id.ts';
import { key } from '../../domain/tables/cells.ts';
import { type Failure, failure } from '../../errors.ts';
import type { AuditReads } from '../../store/audit/reads.ts';
import type { StoreAccess, StoreData } from '../../store/open-store.ts';
import { findVersion, latestVersion, type RegionVersion } from '../../store/regions/region-version.ts';
import { allowed, notAllowed } from '../guard.ts';
import type { Jobs } from '../jobs.ts';

export interface RegionDependencies extends Jobs {
  readonly store: StoreData & StoreAccess;
  readonly reads: AuditReads;
  readonly clock: () => Date;
  /** The largest upload. */
  readonly bodyLimitBytes: number;
}

export const ofRegion = z.strictObject({ region: regionId });

export const versionNumber = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1);

/** Which rows of a list: those after an id, of a version or the newest. */
export const pageQuery = z.strictObject({
  version: versionNumber.optional(),
  after: key.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A page and, where it may not be the last, the id to ask on after. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ version: z.int(), rows: z.array(row), next: z.string().nullable() });
}

/** Null where whoever asks may do this in the region or a part of it. A region in which they have no role is not found. */
export function refusedIn(request: FastifyRequest, action: Action, region: string): Failure | null {
  if (allowed(request, action, { region })) return null;
  const { grants } = request.actor;
  return grants.some((given) => given.region === undefined || given.region === region)
    ? notAllowed
    : noRegion;
}

/** The version with the number, or the newest. */
export async function versionAsked(
  { db }: Pick<StoreData, 'db'>,
  region: string,
  number: number | undefined,
): Promise<RegionVersion | null> {
  return number === undefined ? latestVersion(db, region) : findVersion(db, region, number);
}

/** The page of these rows, of which one more may have been asked for than there is room. */
export function page<Row extends { readonly id: string }>(
  version: RegionVersion,
  rows: readonly Row[],
  limit: number,
): { version: number; rows: Row[]; next: string | null } {
  const next = rows.length === limit ? (rows.at(-1)?.id ?? null) : null;
  return { version: version.number, rows: [...rows], next };
}

export const noRegion = failure('not_found', {
  sv: 'Det finns ingen sådan region, eller ingen sådan version av den.',
  en: 'There is no such region, or no such version of it.',
});
