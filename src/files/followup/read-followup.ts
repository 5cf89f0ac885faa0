/**
 * Reads what follows up a region: outcomes.csv, commitments.csv (optional) and followup.json (optional), which lie beside the region's own
 * tables in its folder or zip, or in a folder of their own. They are files of their own, not tables of region@1: a region is matched without
 * anybody's outcomes, and outcomes may be kept where fewer people see them.
 */
import { readFile, stat } from 'node:fs/promises';
import type { InputProblem } from '../../domain/checks/input-problem.ts';
import { checkOutcomes } from '../../domain/checks/outcomes.ts';
import type { Region } from '../../domain/region.ts';
import {
  type CommitmentRow,
  commitmentRow,
  type FollowupTableName,
  type OutcomeRow,
  outcomeRow,
} from '../../domain/tables/followup.ts';
import type { Text } from '../../domain/text.ts';
import { readCsv } from '../csv.ts';
import { openFolder } from '../folder.ts';
import { largestJsonBytes, parseJson } from '../head.ts';
import { isPackedFile } from '../packed.ts';
import { largestFileBytes, type RegionFiles, readText, tooLargeMessage } from '../region-files.ts';
import { createTableReader, type RowSink } from '../table-reader.ts';
import { createTextPool } from '../text-pool.ts';
import { openZip } from '../zip.ts';

export const settingsFile = 'followup.json';

interface FollowupFiles {
  readonly outcomes: readonly OutcomeRow[];
  readonly commitments: readonly CommitmentRow[];
  /** The row that users see, for an index into `commitments`. */
  readonly commitmentRowNumber: (index: number) => number;
  /** What followup.json holds, for its schema to judge; undefined where there is none. */
  readonly settings: unknown;
}

export type FollowupReading =
  | {
      readonly status: 'read';
      readonly files: FollowupFiles;
      readonly notes: readonly InputProblem[];
    }
  | { readonly status: 'refused'; readonly errors: readonly InputProblem[] };

/** Reads the files under a path, a folder or a zip of one; `region` is what they speak of. */
export async function readFollowup(path: string, region: Region): Promise<FollowupReading> {
  const opened = await openFiles(path);
  return 'errors' in opened ? opened : readFiles(opened, region);
}

/** The same from the bytes of a zip. */
export async function readFollowupPacked(bytes: Uint8Array, region: Region): Promise<FollowupReading> {
  const opened = openPacked(bytes);
  return 'errors' in opened ? opened : readFiles(opened, region);
}

type Refused = Extract<FollowupReading, { status: 'refused' }>;

async function openFiles(path: string): Promise<RegionFiles | Refused> {
  const info = await stat(path).catch(() => null);
  if (info?.isDirectory()) return openFolder(path);
  if (info === null || info.size > largestFileBytes || !(await isPackedFile(path)))
    return refused(path, notAFolder);
  return openPacked(await readFile(path));
}

function openPacked(bytes: Uint8Array): RegionFiles | Refused {
  const zip = openZip(bytes);
  return zip.status === 'opened' ? zip.files : refused(zip.file, zip.message);
}

async function readFiles(files: RegionFiles, region: Region): Promise<FollowupReading> {
  const pool = createTextPool();
  const outcomeReader = createTableReader('outcomes', outcomeRow, 'outcomes.csv', pool);
  const commitmentReader = createTableReader('commitments', commitmentRow, 'commitments.csv', pool);
  await readTable(files, 'outcomes', outcomeReader);
  await readTable(files, 'commitments', commitmentReader);
  const settings = await readSettings(files);
  const outcomes = outcomeReader.finish();
  const commitments = commitmentReader.finish();
  const errors = [
    ...outcomes.errors,
    ...checkOutcomes(outcomes.rows, outcomes.source, region),
    ...commitments.errors,
    ...settings.errors,
  ];
  if (errors.length > 0) return { status: 'refused', errors };
  return {
    status: 'read',
    files: {
      outcomes: outcomes.rows,
      commitments: commitments.rows,
      commitmentRowNumber: commitments.source.rowNumber,
      settings: settings.value,
    },
    notes: [...outcomes.notes, ...commitments.notes],
  };
}

async function readTable(files: RegionFiles, table: FollowupTableName, sink: RowSink): Promise<void> {
  const opened = await files.open(`${table}.csv`);
  if (opened.status === 'opened') {
    if (opened.sizeBytes > largestFileBytes) sink.fail(null, tooLargeMessage(opened.sizeBytes));
    else await readCsv(opened.bytes(), sink);
  } else if (opened.status === 'outside') sink.fail(null, linkedOutside);
  else if (table === 'outcomes') sink.fail(null, noOutcomes);
}

async function readSettings(
  files: RegionFiles,
): Promise<{ readonly value: unknown; readonly errors: readonly InputProblem[] }> {
  const opened = await files.open(settingsFile);
  if (opened.status === 'missing') return { value: undefined, errors: [] };
  if (opened.status === 'outside')
    return { value: undefined, errors: refused(settingsFile, linkedOutside).errors };
  if (opened.sizeBytes > largestJsonBytes)
    return {
      value: undefined,
      errors: refused(settingsFile, tooLargeMessage(opened.sizeBytes, largestJsonBytes)).errors,
    };
  const value = parseJson((await readText(opened.bytes())) ?? '');
  return { value, errors: value === undefined ? refused(settingsFile, notJson).errors : [] };
}

function refused(file: string, message: Text): Refused {
  return { status: 'refused', errors: [{ file, row: null, column: null, value: null, message }] };
}

const notAFolder: Text = {
  sv: 'förväntat en mapp (eller en .zip av den) med outcomes.csv; för en region i annan form anges den med --followup',
  en: 'expected a folder (or a .zip of it) with outcomes.csv; for a region in another form name it with --followup',
};
const noOutcomes: Text = {
  sv: 'filen saknas; utan den finns inget att följa upp',
  en: 'the file is missing; without it there is nothing to follow up',
};
const notJson: Text = { sv: 'filen är inte giltig JSON i UTF-8', en: 'the file is not valid JSON in UTF-8' };
const linkedOutside: Text = {
  sv: 'filen är en länk ut ur mappen; lägg själva filen i mappen',
  en: 'the file is a link out of the folder; put the file itself in the folder',
};
