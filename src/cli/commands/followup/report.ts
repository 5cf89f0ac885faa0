/** followup report REGION: every indicator with its figure, how sure it is, and what can be concluded. */
import { Command } from 'commander';
import { z } from 'zod';
import type { Region } from '../../../domain/region.ts';
import { date } from '../../../domain/tables/cells.ts';
import type { OutcomeRow } from '../../../domain/tables/followup.ts';
import { type Failure, failure } from '../../../errors.ts';
import { readFollowup } from '../../../files/followup/read-followup.ts';
import { buildReport } from '../../../followup/report/report.ts';
import { reportCsv } from '../../../followup/report/report-csv.ts';
import type { Report } from '../../../followup/report/report-format.ts';
import { defaultSettings, type Settings } from '../../../followup/settings-format.ts';
import { judgeFollowup } from '../../../jobs/followup/judge-followup.ts';
import { openRegion } from '../../../jobs/given/open-input.ts';
import { openProposal } from '../../../jobs/given/open-proposal.ts';
import { describeReport } from '../../followup-text.ts';
import { regionHelp } from '../../options.ts';
import { type Terminal, tellFailure, tellNotes } from '../../terminal.ts';
import { checkWritable, writeOutput } from '../../write-output.ts';

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
    .option(
      '--followup <folder>',
      sv
        ? 'mapp med outcomes.csv, om den inte ligger i regionens egen'
        : "folder with outcomes.csv, where it is not in the region's own",
    )
    .option(
      '--as-of <date>',
      sv
        ? 'vad som var rapporterat och överenskommet denna dag'
        : 'what had been reported and agreed on by this day',
    )
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
  const opened = await openRegion(path);
  if (opened.status === 'failed') return opened;
  tellNotes(terminal, opened.notes);
  const place = given.followup ?? path;
  const judged = judgeFollowup(await readFollowup(place, opened.region), defaultSettings, place);
  if (judged.status === 'failed') return judged;
  tellNotes(terminal, judged.notes);
  const { outcomes, commitments, settings } = judged.input;
  const withBaseline = await addBaseline(settings, given.proposal, opened.region);
  if ('code' in withBaseline) return withBaseline;
  const asOf = given.asOf ?? settings.as_of ?? latestRecord(outcomes) ?? opened.region.period.to;
  return buildReport({ region: opened.region, outcomes, commitments, settings: withBaseline, asOf });
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

function latestRecord(outcomes: readonly OutcomeRow[]): string | null {
  return outcomes.reduce<string | null>(
    (latest, { recorded_on }) => (latest === null || recorded_on > latest ? recorded_on : latest),
    null,
  );
}

function noBaseline(path: string): Failure {
  return failure('usage', {
    sv: `${path} har inget förslag att ställa bredvid.`,
    en: `${path} holds no proposal to stand beside.`,
  });
}

const wrongDay = failure('usage', {
  sv: '--as-of ska vara ett datum som ÅÅÅÅ-MM-DD.',
  en: '--as-of must be a date as YYYY-MM-DD.',
});
const twoForms = failure('usage', {
  sv: 'Välj antingen --json eller --csv.',
  en: 'Choose either --json or --csv.',
});
