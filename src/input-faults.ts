/** What is wrong with a value that a schema refuses, as faults that a user can read in Swedish and English. */
import type { z } from 'zod';
import { echo, type InputProblem } from './domain/checks/input-problem.ts';
import { issueText } from './domain/checks/issue-text.ts';
import type { Text } from './domain/text.ts';

export type Checked<T> =
  | { readonly status: 'valid'; readonly value: T }
  | { readonly status: 'faulty'; readonly faults: readonly InputProblem[] };

/** Checks a value against a schema; `file` names where it came from. A refused value is not echoed. */
export function check<T>(schema: z.ZodType<T>, value: unknown, file: string): Checked<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { status: 'valid', value: parsed.data };
  return {
    status: 'faulty',
    faults: parsed.error.issues.flatMap(leaves).map(({ issue, path }) => ({
      file,
      row: null,
      column: path.length === 0 ? null : echo(path.map(String).join('.')),
      value: null,
      message: issueText(issue, wrongForm),
    })),
  };
}

interface Leaf {
  readonly issue: z.core.$ZodIssue;
  readonly path: readonly PropertyKey[];
}

/** An issue by itself; of a choice between forms, the issues of the form that comes closest. */
function leaves(issue: z.core.$ZodIssue): readonly Leaf[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path: issue.path }];
  const closest = issue.errors.reduce((best, form) => (form.length < best.length ? form : best));
  return closest.flatMap(leaves).map((leaf) => ({ ...leaf, path: [...issue.path, ...leaf.path] }));
}

const wrongForm: Text = { sv: 'har fel form', en: 'has the wrong form' };
