/** What zod says of a value, as faults that a user can read in Swedish and English. */
import { z } from 'zod';
import type { InputProblem } from './domain/checks/input-problem.ts';

const swedish = z.locales.sv().localeError;
const english = z.locales.en().localeError;

export type Checked<T> =
  | { readonly status: 'valid'; readonly value: T }
  | { readonly status: 'faulty'; readonly faults: readonly InputProblem[] };

/** Checks a value against a schema; `file` names where it came from. A refused value is not echoed. */
export function check<T>(schema: z.ZodType<T>, value: unknown, file: string): Checked<T> {
  const parsed = schema.safeParse(value, { error: english });
  if (parsed.success) return { status: 'valid', value: parsed.data };
  const inSwedish = schema.safeParse(value, { error: swedish }).error?.issues ?? [];
  return {
    status: 'faulty',
    faults: parsed.error.issues.map((issue, i) => ({
      file,
      row: null,
      column: issue.path.length === 0 ? null : issue.path.join('.').slice(0, 80),
      value: null,
      message: { sv: capped(inSwedish[i]?.message ?? issue.message), en: capped(issue.message) },
    })),
  };
}

/** zod names unknown keys, however long they are. */
function capped(message: string): string {
  return message.length > 200 ? `${message.slice(0, 199)}…` : message;
}
