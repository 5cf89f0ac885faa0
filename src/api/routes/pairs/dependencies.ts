/** What the routes of pairs need, and the parts that their schemas share. */
import { z } from 'zod';
import { namesOf } from '../../../domain/pair-reasons.ts';
import { statusNames } from '../../../domain/pair-words.ts';
import { key, name, weekday } from '../../../domain/tables/cells.ts';
import type { AuditReads } from '../../../store/audit/reads.ts';
import type { StoreAccess, StoreData } from '../../../store/open-store.ts';
import { ordinal, word } from '../../given.ts';
import type { Jobs } from '../../jobs.ts';

export interface PairDependencies extends Jobs {
  readonly store: StoreData & StoreAccess;
  readonly reads: AuditReads;
}

export const ofProposal = z.strictObject({ id: z.uuid() });
export const ofPair = z.strictObject({ id: z.uuid(), participant: key });
export const ofRegion = z.strictObject({ region: name });

export const text = z.strictObject({ sv: z.string(), en: z.string() });
export const status = z.enum(namesOf(statusNames));
export const version = ordinal;

/** Of a list: how many rows, and where the page before ended. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().max(1000).exactOptional(),
};
/** ISO 639-3. */
export const languageCode = z.string().regex(/^[a-z]{3}$/);
export const search = word.min(1).max(100).exactOptional();

/** A pair's whole week (matching/week-plan.ts). */
export const weekSchema = z.strictObject({
  blocks: z
    .array(
      z.strictObject({
        weekday,
        start: z.string().describe('HH:MM'),
        end: z.string().describe('HH:MM; 24:00 is midnight'),
        what: z.enum(['team', 'sfi', 'travel']),
      }),
    )
    .readonly(),
  civicOrientationHours: z.number().describe('at times that are not known'),
});
