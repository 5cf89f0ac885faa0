/** A version of a policy as the API shows it. */
import { z } from 'zod';
import { failure } from '../../errors.ts';
import type { PolicyVersion } from '../../store/policies/policies.ts';

export const policyVersion = z.strictObject({
  number: z.int(),
  note: z.string(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
});

export function shownPolicy({
  number,
  note,
  createdAt,
  createdBy,
}: PolicyVersion): z.infer<typeof policyVersion> {
  return { number, note, createdAt: createdAt.toISOString(), createdBy };
}

export const noPolicy = failure('not_found', {
  sv: 'Regionen har ingen sådan policy.',
  en: 'The region has no such policy.',
});
