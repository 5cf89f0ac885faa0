/** Where a page of a list ends, as a client hands it back: the sort value and the participant of its last row. */
import { z } from 'zod';

const place = z.tuple([z.union([z.string(), z.int()]), z.string()]);

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
