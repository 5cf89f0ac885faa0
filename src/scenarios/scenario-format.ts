/** resursutbyte/scenario@1: a named list of edits on a region. */
import { z } from 'zod';
import { editSchema } from './edits/index.ts';

export const SCENARIO_FORMAT = 'resursutbyte/scenario@1';

const words = z.string().min(1).max(2000);

export const scenarioSchema = z.strictObject({
  format: z.literal(SCENARIO_FORMAT),
  name: z.strictObject({ sv: words, en: words }),
  /** What it is about, and what in it is assumed. */
  description: z.strictObject({ sv: words, en: words }).optional(),
  edits: z.array(editSchema).max(1000),
});

export type Scenario = z.infer<typeof scenarioSchema>;

/** The paths of the regions that its edits take districts from. */
export function sourcesOf({ edits }: Scenario): readonly string[] {
  return edits.flatMap((edit) =>
    edit.kind === 'join_district' && edit.from !== undefined ? [edit.from] : [],
  );
}
