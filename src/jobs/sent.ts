/** What somebody sent, as bytes, and how it becomes JSON or a region: in the thread, because what is large takes long to parse. */
import type { InputProblem } from '../domain/checks/input-problem.ts';
import type { Region } from '../domain/region.ts';
import { type Failure, failure } from '../errors.ts';
import type { Bytes } from '../files/csv.ts';
import { parseJson } from '../files/head.ts';
import { readRegionJson, readRegionPacked } from '../files/read-region.ts';
import { readText } from '../files/region-files.ts';
import { nestsDeeper } from './json-depth.ts';

export interface Sent {
  /** A zip and a workbook are told apart by what is in them. */
  readonly type: 'json' | 'packed';
  readonly bytes: Uint8Array;
}

/** A region alone: as JSON, a zip of its folder, or its workbook. */
export async function readSentRegion({
  type,
  bytes,
}: Sent): Promise<
  { readonly status: 'read'; readonly region: Region; readonly notes: readonly InputProblem[] } | Failure
> {
  const json = type === 'json' ? await readJson([bytes]) : null;
  if (json === undefined) return notJson;
  const reading = type === 'json' ? readRegionJson(json) : await readRegionPacked(bytes);
  return reading.status === 'read' ? reading : regionRefused(reading.errors);
}

export function regionRefused(errors: readonly InputProblem[]): Failure {
  const { length } = errors;
  return failure(
    'input_refused',
    { sv: `Regionen har ${length} fel.`, en: `The region has ${length} error${length === 1 ? '' : 's'}.` },
    errors,
  );
}

/** Proof trees nest deepest, by a level for each time that an engine branches: some hundreds. */
const DEEPEST = 2_000;

/** Undefined where the bytes are not UTF-8, not JSON, or nested too deep. */
export async function readJson(bytes: Bytes): Promise<unknown> {
  const text = await readText(bytes);
  return text === null || nestsDeeper(text, DEEPEST) ? undefined : parseJson(text);
}

export const notJson = failure('usage', {
  sv: `Det som skickades går inte att läsa som JSON, eller har fler än ${DEEPEST} nivåer.`,
  en: `What was sent cannot be read as JSON, or has more than ${DEEPEST} levels.`,
});
