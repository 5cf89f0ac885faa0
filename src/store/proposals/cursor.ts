/**
 * Where a page of a list ends, as a client hands it back: the sort value and the participant of its last row. Anybody can write one, so it is
 * held to what the database can compare.
 */
import { z } from 'zod';

const text = z.string().regex(/^\P{Cc}*$/u);
const place = z.tuple([z.union([text, z.int32()]), text]);

export type Cursor = z.infer<typeof place>;

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Null where it is none of ours. */
export function readCursor(text: string): Cursor | null {
  try {
    const read = place.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
