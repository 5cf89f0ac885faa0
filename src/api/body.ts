/**
 * Bodies. Most are small JSON: read and checked here, so that a handler has the value that its schema describes. A body marked as bytes stays
 * the bytes that came: the thread that works on it reads and checks it, and its schema only describes it.
 */
import type { z } from 'zod';
import { type Checked, check } from '../input-faults.ts';
import { nestsDeeper } from '../jobs/json-depth.ts';

const bytes = new WeakSet<z.ZodType>();

/** The most that a small body may have. */
export const smallBodyBytes = 256 * 1024;

/** Marks a body's schema as one that a thread reads; its route needs a `bodyLimit` of its own. */
export function asBytes<T extends z.ZodType>(schema: T): T {
  bytes.add(schema);
  return schema;
}

export function checkBody(schema: z.ZodType, body: unknown): Checked<unknown> {
  if (bytes.has(schema)) return { status: 'valid', value: body };
  return check(schema, parsed(body), 'body');
}

/** No small body needs more levels; a schema that refers to itself would follow them to the end of the stack. */
const DEEPEST = 100;

/** What the bytes say, or undefined where they are no JSON or nest too deep, which no schema takes. */
function parsed(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) return body ?? undefined;
  try {
    const text = body.toString('utf8');
    return nestsDeeper(text, DEEPEST) ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
