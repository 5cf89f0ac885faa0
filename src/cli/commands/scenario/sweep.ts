/** scenario sweep REGION --over KEY=FROM:TO:STEP: curves along one or two parameters, spread over threads, and taken up again with --resume. */
import { Command } from 'commander';
import { z } from 'zod';
import { type Failure, failure } from '../../../errors.ts';
import { type Parameter, readParameter } from '../../../scenarios/sweep/parameter.ts';
import { strandsOf } from '../../../scenarios/sweep/strands.ts';
import { sweepOf, variesEquityOnly } from '../../../scenarios/sweep/sweep.ts';
import type { Sweep } from '../../../scenarios/sweep/sweep-format.ts';
import { rateOf, sweepTable } from '../../../scenarios/tables/sweep-table.ts';
import { askThread } from '../../in-thread.ts';
import { askThreads } from '../../in-threads.ts';
import { percent, whole } from '../../numbers.ts';
import { regionHelp } from '../../options.ts';
import { type Language, type Terminal, tellFailure } from '../../terminal.ts';
import { checkWritable } from '../../write-output.ts';
import { aligned } from './comparison-text.ts';
import {
  addScenarioOptions,
  blockedFile,
  readScenarioOptions,
  type ScenarioRequest,
  settingsOf,
  tellResult,
  WORK_EACH,
} from './results.ts';
import { openSweepState } from './sweep-state.ts';

/** A curve can be read at a thousandth, and a neighbour's answer is nearly always within it. */
const GAP = '0.001';

const given = z.object({ over: z.array(z.string()).min(1).max(2), resume: z.string().min(1).optional() });

export function sweepCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  const command = new Command('sweep')
    .description(
      sv
        ? 'Visar vad som händer när ett eller två tal varierar: kurvor, knä och vad rättvisan kostar.'
        : 'Shows what happens as one or two numbers vary: curves, the knee and the price of fairness.',
    )
    .argument('<region>', regionHelp[terminal.lang])
    .requiredOption(
      '--over <parameter...>',
      sv
        ? 'NYCKEL=FRÅN:TILL:STEG, en eller två; nycklar: equity, policy.FÄLT, seats.PLATS, sfi.GRUPP, evening.GRUPP'
        : 'KEY=FROM:TO:STEP, one or two; keys: equity, policy.FIELD, seats.PLACE, sfi.GROUP, evening.GROUP',
    )
    .option(
      '--resume <file>',
      sv
        ? 'spara det som är klart här, och fortsätt därifrån'
        : 'keep what is done here, and go on from there',
    );
  return addScenarioOptions(command, terminal.lang, GAP).action(async (region: string, options: unknown) => {
    const request = readScenarioOptions(options);
    const asked = readOver(options);
    if ('status' in request) done(tellFailure(terminal, request));
    else if ('status' in asked) done(tellFailure(terminal, asked));
    else done(await tellSweep(terminal, region, asked, request));
  });
}

interface Over {
  readonly parameters: readonly Parameter[];
  readonly resume: string | null;
}

function readOver(options: unknown): Over | Failure {
  const read = given.safeParse(options);
  if (!read.success) {
    return failure('usage', {
      sv: '--over tar en eller två parametrar.',
      en: '--over takes one or two parameters.',
    });
  }
  const parameters: Parameter[] = [];
  for (const written of read.data.over) {
    const reading = readParameter(written);
    if (reading.status === 'refused') return failure('usage', reading.message);
    parameters.push(reading.parameter);
  }
  return { parameters, resume: read.data.resume ?? null };
}

async function tellSweep(
  terminal: Terminal,
  path: string,
  { parameters, resume }: Over,
  request: ScenarioRequest,
): Promise<number> {
  const blocked = (await blockedFile(request)) ?? (resume === null ? null : await checkWritable(resume));
  if (blocked) return tellFailure(terminal, blocked);
  const settings = settingsOf(request, WORK_EACH);
  const fairness = variesEquityOnly(parameters);
  const asked = { region: path, policy: request.policy, settings, alsoWithoutEquity: fairness };
  const today = await askThread(terminal, 'todayFiles', asked, request.timeLimitMs);
  if (today.status === 'failed') return tellFailure(terminal, today);
  const { region, policy, carried, digest } = today;
  const strands = strandsOf(parameters);
  const state = await openSweepState(resume, JSON.stringify({ digest, parameters, settings }));
  const left = [...strands.keys()].filter((strand) => state.points(strand) === undefined);
  const failed = await askThreads(terminal, 'sweepStrand', {
    inputs: left.map((i) => ({ region, policy, parameters, strand: strands[i], carried, settings })),
    of: left.reduce((points, i) => points + strands[i].length, 0),
    done: async (part, points) => (points === null ? null : state.keep(left[part], points)),
  });
  if (failed) return tellFailure(terminal, failed);
  const head = { region: region.name, digest, seed: settings.seed, gap: settings.gap, parameters };
  const points = [...strands.keys()].flatMap((strand) => state.points(strand) ?? []);
  const sweep = sweepOf(head, points, today.withoutEquity);
  return tellResult(terminal, request, {
    json: sweep,
    table: sweepTable(sweep),
    svg: async (lang) => (await import('../../../scenarios/plots/sweep-plot.ts')).sweepSvg(sweep, lang),
    words: sweepText(sweep, terminal.lang),
  });
}

function sweepText({ region, parameters, points, knee, priceOfFairness }: Sweep, lang: Language): string {
  const sv = lang === 'sv';
  const share = (value: number | null): string => (value === null ? '–' : percent(value, lang));
  const head = [
    parameters.map(({ key }) => key).join(' × '),
    ...(sv
      ? ['poäng', 'högst', 'placerade', 'kvinnor', 'män']
      : ['points', 'at most', 'placed', 'women', 'men']),
    ...(priceOfFairness ? [sv ? 'rättvisans pris' : 'price of fairness'] : []),
  ];
  const rows = points.map(({ values, figures }, i) => [
    values.join(' × '),
    ...[figures?.objective, figures?.bound, figures?.placed].map((value) =>
      value === undefined ? '–' : whole(value, lang),
    ),
    share(rateOf(figures, 'woman')),
    share(rateOf(figures, 'man')),
    ...(priceOfFairness ? [share(priceOfFairness[i]?.most ?? null)] : []),
  ]);
  const bend = sv ? `Knä: ${knee}. Därefter ger mer mindre.` : `Knee: ${knee}. Beyond it, more gives less.`;
  return [
    region,
    ...parameters.map(({ key, name }) => `${key}: ${name[lang]}`),
    ...aligned([head, ...rows]),
    ...(knee === null ? [] : [bend]),
  ].join('\n');
}
