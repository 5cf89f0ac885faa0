/** convert REGION: the same region as a folder, a zip of it, or a workbook. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Region } from '../../domain/region.ts';
import { type Failure, failure } from '../../errors.ts';
import { settingsFile } from '../../files/followup/read-followup.ts';
import { regionWorkbook } from '../../files/workbook/write-workbook.ts';
import { regionZip, writeRegion } from '../../files/write-region.ts';
import { openRegion } from '../../jobs/given/open-input.ts';
import { emptyFolder } from '../empty-folder.ts';
import { regionHelp } from '../options.ts';
import { type Terminal, tellFailure, tellNotes } from '../terminal.ts';
import { checkWritable, writeOutput } from '../write-output.ts';

export function convertCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('convert')
    .description(
      sv
        ? 'Skriver en region som mapp, zip eller arbetsbok; inläst igen är den densamma.'
        : 'Writes a region as a folder, a zip or a workbook; read again it is the same.',
    )
    .argument('<region>', regionHelp[terminal.lang])
    .requiredOption(
      '--out <place>',
      sv
        ? 'en fil .xlsx eller .zip, annars en ny eller tom mapp'
        : 'a file .xlsx or .zip, else a new or empty folder',
    )
    .action(async (path: string, { out }: { out: string }) => done(await convert(terminal, path, out)));
}

async function convert(terminal: Terminal, path: string, out: string): Promise<number> {
  const isFile = /\.(?:xlsx|zip)$/i.test(out);
  const blocked = isFile ? await checkWritable(out) : null;
  if (blocked) return tellFailure(terminal, blocked);
  const opened = await openRegion(path);
  if (opened.status === 'failed') return tellFailure(terminal, opened);
  tellNotes(terminal, opened.notes);
  tellLeftBehind(terminal, path);
  const unwritten = isFile ? await writeFile(opened.region, out) : await writeFolder(opened.region, out);
  return unwritten ? tellFailure(terminal, unwritten) : 0;
}

/** What follows up a region lies beside its tables and is not part of it: nobody should find that out too late. */
function tellLeftBehind(terminal: Terminal, path: string): void {
  const left = ['outcomes.csv', 'commitments.csv', settingsFile].filter((file) =>
    existsSync(join(path, file)),
  );
  if (left.length === 0) return;
  const names = left.join(', ');
  terminal.note(
    terminal.lang === 'sv'
      ? `${names} hör till uppföljningen och följer inte med; kopiera vid behov.`
      : `${names} belong to the follow-up and do not come along; copy them if needed.`,
  );
}

async function writeFile(region: Region, out: string): Promise<Failure | null> {
  if (/\.zip$/i.test(out)) return writeOutput(out, [regionZip(region)]);
  const workbook = await regionWorkbook(region);
  if (workbook.status === 'written') return writeOutput(out, [workbook.bytes]);
  const { sv, en } = workbook.message;
  return failure('not_writable', { sv: `${sv}.`, en: `${en}.` });
}

async function writeFolder(region: Region, out: string): Promise<Failure | null> {
  const folder = await emptyFolder(out);
  if (folder.status === 'failed') return folder;
  await writeRegion(out, region);
  return null;
}
