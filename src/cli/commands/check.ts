/** check REGION: every error of a region, or a summary of its data. */
import { Command } from 'commander';
import { regionHelp } from '../options.ts';
import { type Terminal, tellFailure, tellNotes } from '../terminal.ts';

export function checkCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('check')
    .description(
      sv
        ? 'Visar alla fel i en region, eller vad den innehåller.'
        : 'Shows every error of a region, or what it holds.',
    )
    .argument('<region>', regionHelp[terminal.lang])
    .option('--json', sv ? 'resultatet som JSON på stdout' : 'the result as JSON on stdout')
    .action(async (path: string, { json }: { json?: boolean }) =>
      done(await checkRegion(terminal, path, json === true)),
    );
}

async function checkRegion(terminal: Terminal, path: string, json: boolean): Promise<number> {
  // Loaded here: all that reads a region, which commands that read it in a thread do not need.
  const { tableNames } = await import('../../domain/region.ts');
  const { openRegion } = await import('../../jobs/given/open-input.ts');
  const opened = await openRegion(path);
  if (opened.status === 'failed') {
    if (json) terminal.result(JSON.stringify({ status: 'refused', errors: opened.faults }, null, 2));
    return tellFailure(terminal, opened);
  }
  const { region, notes } = opened;
  const rows = tableNames.map((name) => [name, region[name].length] as const);
  if (json) {
    const summary = {
      status: 'read',
      name: region.name,
      period: region.period,
      rows: Object.fromEntries(rows),
      notes,
    };
    terminal.result(JSON.stringify(summary, null, 2));
    return 0;
  }
  tellNotes(terminal, notes);
  terminal.result(
    [
      `${region.name}, ${region.period.from} – ${region.period.to}`,
      ...rows.map(([name, count]) => `${String(count).padStart(7)} ${name}`),
    ].join('\n'),
  );
  return 0;
}
