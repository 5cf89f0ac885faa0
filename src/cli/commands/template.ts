/** template: an empty workbook to fill in, with every column explained. */
import { Command } from 'commander';
import { templateWorkbook } from '../../files/workbook/template.ts';
import { type Terminal, tellFailure } from '../terminal.ts';
import { writeOutput } from '../write-output.ts';

export function templateCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('template')
    .description(
      sv
        ? 'Skriver en tom arbetsbok (.xlsx) att fylla i, där varje kolumn förklaras.'
        : 'Writes an empty workbook (.xlsx) to fill in, with every column explained.',
    )
    .requiredOption('--out <file>', sv ? 'arbetsbokens namn' : 'name of the workbook')
    .action(async ({ out }: { out: string }) => {
      const unwritten = await writeOutput(out, [await templateWorkbook()]);
      done(unwritten ? tellFailure(terminal, unwritten) : 0);
    });
}
