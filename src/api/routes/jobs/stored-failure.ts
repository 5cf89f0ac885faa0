/** Why a job or a proposal failed, as an answer tells it: in both languages, since whoever reads it later may have another. */
import { z } from 'zod';

export const storedFailure = z.strictObject({
  code: z.string(),
  detail: z.strictObject({ sv: z.string(), en: z.string() }),
});
