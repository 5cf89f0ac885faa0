/** What the scenario commands share: where a result goes, as JSON, CSV and SVG. */
import type { Command } from 'commander';
import { z } from 'zod';
import type { Text } from '../../../domain/text.ts';
import type { Failure } from '../../../errors.ts';
import { csvText } from '../../../files/csv-text.ts';
import { jsonText } from '../../../json-text.ts';
import type { MatchSettings } from '../../../matching/match.ts';
import type { Table } from '../../../scenarios/tables/table.ts';
import { addSolveOptions, policyHelp, readSolveOptions, type SolveRequest } from '../../options.ts';
import { type Language, type Terminal, tellFailure } from '../../terminal.ts';
import { checkWritable, writeOutput } from '../../write-output.ts';

export const scenarioHelp: Text = { sv: 'scenario (JSON)', en: 'scenario (JSON)' };

const files = z.object({
  policy: z.string().optional(),
  csv: z.string().min(1).optional(),
  svg: z.string().min(1).optional(),
});

export interface ScenarioRequest extends SolveRequest {
  readonly policy: string | null;
  readonly csv: string | null;
  readonly svg: string | null;
}

export function addScenarioOptions(command: Command, lang: Language, gap = '0'): Command {
  const sv = lang === 'sv';
  return addSolveOptions(command, lang, gap)
    .option('--policy <file>', policyHelp[lang])
    .option('--csv <file>', sv ? 'skriv siffrorna som CSV' : 'write the figures as CSV')
    .option('--svg <file>', sv ? 'skriv en figur som SVG' : 'write a figure as SVG');
}

export function readScenarioOptions(options: unknown): ScenarioRequest | Failure {
  const solve = readSolveOptions(options);
  if ('status' in solve) return solve;
  const { policy = null, csv = null, svg = null } = files.parse(options);
  return { ...solve, policy, csv, svg };
}

/** The settings that cross to a thread; `mostWork` is the work limit of each problem where none is given. */
export function settingsOf(
  { engine, gap, seed, timeLimitMs, workLimit }: SolveRequest,
  mostWork?: number,
): MatchSettings {
  const work = workLimit ?? mostWork;
  return { engine, gap, seed, timeLimitMs, ...(work !== undefined && { workLimit: work }) };
}

/** Units of work for each of many problems: some seconds. The same answer each time, and a hard one does not hold up the others. */
export const WORK_EACH = 300;

/** The first file that has nowhere to go, before any work is done. */
export async function blockedFile({ out, csv, svg }: ScenarioRequest): Promise<Failure | null> {
  for (const path of [out, csv, svg]) {
    const blocked = path === null ? null : await checkWritable(path);
    if (blocked) return blocked;
  }
  return null;
}

export interface Result {
  readonly json: unknown;
  readonly table: Table;
  /** Drawn only where it is asked for. */
  readonly svg: (lang: Language) => Promise<string>;
  readonly words: string;
}

/** Writes what was asked for, and tells the words or, with --json, the result itself. The exit code. */
export async function tellResult(
  terminal: Terminal,
  { out, csv, svg, json }: ScenarioRequest,
  result: Result,
): Promise<number> {
  const written = [
    { path: out, text: () => jsonText(result.json) },
    { path: csv, text: () => csvText(result.table) },
    { path: svg, text: () => result.svg(terminal.lang) },
  ];
  for (const file of written) {
    const failed = file.path === null ? null : await writeOutput(file.path, [await file.text()]);
    if (failed) return tellFailure(terminal, failed);
  }
  terminal.result(json ? jsonText(result.json).trimEnd() : result.words);
  return 0;
}
