/** followup report REGION: every indicator with its figure, how sure it is, and what can be concluded. */
import { Command } from 'commander';
import { z } from 'zod';
import type { Region } from '../../../domain/region.ts';
import { date } from '../../../domain/tables/cells.ts';
import { type Failure, failure } from '../../../errors.ts';
import { buildReport } from '../../../followup/report/report.ts';
import { reportCsv } from '../../../followup/report/report-csv.ts';
import type { Report } from '../../../followup/report/report-format.ts';
import { reportDay } from '../../../followup/report-day.ts';
import type { Settings } from '../../../followup/settings-format.ts';
import { openProposal } from '../../../jobs/given/open-proposal.ts';
import { describeReport } from '../../followup-text.ts';
import { regionHelp } from '../../options.ts';
import { type Terminal, tellFailure } from '../../terminal.ts';
import { checkWritable, writeOutput } from '../../write-output.ts';
import { asOfOption, followupOption, openFollowup, wrongDay } from './given-followup.ts';

const givenSchema = z.object({
  followup: z.string().optional(),
  asOf: date.optional(),
  proposal: z.string().optional(),
  out: z.string().optional(),
  json: z.boolean().default(false),
  csv: z.boolean().default(false),
});
type Given = z.infer<typeof givenSchema>;

export function followupReportCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('report')
    .description(
      sv
        ? 'Visar indikatorerna med värde, osäkerhet och vad som går att säga.'
        : 'Shows the indicators with value, uncertainty and what can be said.',
    )
    .argument('<region>', regionHelp[terminal.lang])
    .addOption(followupOption(terminal.lang))
    .addOption(asOfOption(terminal.lang))
    .option(
      '--proposal <file>',
      sv
        ? 'förslag vars turordning efter ankomst ställs bredvid'
        : 'proposal whose order of arrival stands beside',
    )
    .option('--json', sv ? 'rapporten som JSON' : 'the report as JSON')
    .option('--csv', sv ? 'siffrorna som CSV' : 'the figures as CSV')
    .option(
      '--out <file>',
      sv ? 'skriv till en fil (.gz komprimeras)' : 'write to a file (.gz is compressed)',
    )
    .action(async (region: string, options: unknown) => done(await tell(terminal, region, options)));
}

async function tell(terminal: Terminal, path: string, options: unknown): Promise<number> {
  const parsed = givenSchema.safeParse(options);
  if (!parsed.success) return tellFailure(terminal, wrongDay);
  const given = parsed.data;
  if (given.json && given.csv) return tellFailure(terminal, twoForms);
  const blocked = given.out === undefined ? null : await checkWritable(given.out);
  const report = blocked ?? (await reportOf(terminal, path, given));
  if ('code' in report) return tellFailure(terminal, report);
  const text = textOf(report, given, terminal);
  if (given.out === undefined) {
    terminal.result(text);
    return 0;
  }
  const unwritten = await writeOutput(given.out, [`${text}\n`]);
  return unwritten === null ? 0 : tellFailure(terminal, unwritten);
}

function textOf(report: Report, { json, csv }: Given, { lang }: Terminal): string {
  if (json) return JSON.stringify(report, null, 2);
  return csv ? reportCsv(report, lang) : describeReport(report, lang);
}

async function reportOf(terminal: Terminal, path: string, given: Given): Promise<Report | Failure> {
  const opened = await openFollowup(terminal, path, given.followup);
  if (opened.status === 'failed') return opened;
  const { region, outcomes, commitments, settings } = opened;
  const withBaseline = await addBaseline(settings, given.proposal, region);
  if ('code' in withBaseline) return withBaseline;
  return buildReport({
    region,
    outcomes,
    commitments,
    settings: withBaseline,
    asOf: given.asOf ?? reportDay(opened),
  });
}

/** The proposal's figures of greedy instead of the settings' own. */
async function addBaseline(
  settings: Settings,
  path: string | undefined,
  region: Region,
): Promise<Settings | Failure> {
  if (path === undefined) return settings;
  const proposal = await openProposal(path);
  if (!('baseline' in proposal)) return 'code' in proposal ? proposal : noBaseline(path);
  return { ...settings, baseline: { placed: proposal.baseline.placed, pool: region.participants.length } };
}

function noBaseline(path: string): Failure {
  return failure('usage', {
    sv: `${path} har inget förslag att ställa bredvid.`,
    en: `${path} holds no proposal to stand beside.`,
  });
}

const twoForms = failure('usage', {
  sv: 'Välj antingen --json eller --csv.',
  en: 'Choose either --json or --csv.',
});
