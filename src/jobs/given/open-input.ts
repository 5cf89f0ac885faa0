/** What a command is given by path: a region (folder, zip, workbook or JSON), a problem, or a policy. */
import { stat } from 'node:fs/promises';
import type { Problem } from '../../../solver/problem.ts';
import { type FormatFlaw, PROBLEM_FORMAT, readProblem } from '../../../solver/problem-json.ts';
import type { InputProblem } from '../../domain/checks/input-problem.ts';
import type { Region } from '../../domain/region.ts';
import { type Failure, failure } from '../../errors.ts';
import { isPackedFile } from '../../files/packed.ts';
import { type RegionReading, readRegion, readRegionJson } from '../../files/read-region.ts';
import { otherKind } from './kinds.ts';
import { missingFile, readJson } from './read-json.ts';

export interface OpenedRegion {
  readonly status: 'region';
  readonly region: Region;
  readonly notes: readonly InputProblem[];
}

export interface OpenedProblem {
  readonly status: 'problem';
  readonly problem: Problem;
}

/** A region by path: a folder, a zip of one, a workbook, or region@1 as JSON. */
export async function openRegion(path: string): Promise<OpenedRegion | Failure> {
  const opened = await openInput(path);
  if (opened.status !== 'problem') return opened;
  return failure('usage', {
    sv: `${path} är ett problem, inte en region.`,
    en: `${path} is a problem, not a region.`,
  });
}

/** A problem@1 file by path. */
export async function openProblem(path: string): Promise<OpenedProblem | Failure> {
  const opened = await openInput(path);
  if (opened.status !== 'region') return opened;
  return failure('usage', {
    sv: `${path} är en region, inte ett problem.`,
    en: `${path} is a region, not a problem.`,
  });
}

/** A region or a problem by path, told apart by what the file says that it is. */
export async function openInput(path: string): Promise<OpenedRegion | OpenedProblem | Failure> {
  const found = await stat(path).catch(() => null);
  if (found === null) return missingFile(path);
  if (found.isDirectory() || (await isPackedFile(path))) return opened(path, await readRegion(path));
  const json = await readJson(path);
  if (json.status === 'failed') return json;
  const other = otherKind(path, json.value, 'region', 'problem');
  if (other) return other;
  if (!saysProblem(json.value)) return opened(path, readRegionJson(json.value));
  const reading = readProblem(json.value);
  if (reading.status === 'read') return { status: 'problem', problem: reading.problem };
  return refusedFormat(path, reading.flaw);
}

function refusedFormat(path: string, flaw: FormatFlaw): Failure {
  const { sv, en } = flaw.expected;
  return failure('input_refused', { sv: `${path} går inte att använda.`, en: `${path} cannot be used.` }, [
    {
      file: path,
      row: null,
      column: flaw.where,
      value: flaw.read,
      message: { sv: `förväntat ${sv}`, en: `expected ${en}` },
    },
  ]);
}

function saysProblem(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === PROBLEM_FORMAT;
}

function opened(path: string, reading: RegionReading): OpenedRegion | Failure {
  if (reading.status === 'read') return { ...reading, status: 'region' };
  const count = reading.errors.length;
  return failure(
    'input_refused',
    { sv: `${path} har ${count} fel.`, en: `${path} has ${count} error${count === 1 ? '' : 's'}.` },
    reading.errors,
  );
}
