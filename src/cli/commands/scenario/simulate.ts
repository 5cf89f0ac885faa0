/** scenario simulate REGION [--setting FILE] --seeds N: the year ahead, many times over, under four policies. */
import { Command } from 'commander';
import { z } from 'zod';
import type { Text } from '../../../domain/text.ts';
import { type Failure, failure } from '../../../errors.ts';
import { csvText } from '../../../files/csv-text.ts';
import { jsonText } from '../../../json-text.ts';
import { simulationTable } from '../../../scenarios/tables/simulation-table.ts';
import type { Simulation } from '../../../scenarios/year/result-format.ts';
import { policyHelp, regionHelp } from '../../options.ts';
import { simulateInThreads } from '../../simulating.ts';
import { simulationText } from '../../simulation-text.ts';
import { type Terminal, tellFailure } from '../../terminal.ts';
import { checkWritable, writeOutput } from '../../write-output.ts';

const MOST_SEEDS = 10_000;

/** What commander hands over: texts, or nothing. */
const given = z.object({
  setting: z.string().min(1).optional(),
  policy: z.string().min(1).optional(),
  seeds: z.coerce.number().int().min(1).max(MOST_SEEDS),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  out: z.string().min(1).optional(),
  csv: z.string().min(1).optional(),
  svg: z.string().min(1).optional(),
  json: z.boolean().default(false),
});
type Request = z.output<typeof given>;

const file: Text = { sv: 'ett filnamn', en: 'a file name' };
const expected: Readonly<Record<keyof Request, Text>> = {
  setting: file,
  policy: file,
  seeds: { sv: `ett heltal från 1 till ${MOST_SEEDS}`, en: `a whole number from 1 to ${MOST_SEEDS}` },
  seed: { sv: 'ett heltal från 0 till 2147483647', en: 'a whole number from 0 to 2147483647' },
  out: file,
  csv: file,
  svg: file,
  json: { sv: 'inget värde', en: 'no value' },
};

export function simulateCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('simulate')
    .description(
      sv
        ? 'Simulerar året framåt: i turordning, i omgångar, med priser, och med facit.'
        : 'Simulates the year ahead: as they come, in batches, with prices, and in hindsight.',
    )
    .argument('<region>', regionHelp[terminal.lang])
    .option('--setting <file>', sv ? 'årets förutsättningar (year@1)' : 'the setting of the year (year@1)')
    .option('--policy <file>', policyHelp[terminal.lang])
    .option('--seeds <n>', sv ? 'hur många år som dras' : 'how many years are drawn', '100')
    .option('--seed <n>', sv ? 'slumpens frö' : 'seed of the draws', '0')
    .option('--out <file>', sv ? 'skriv resultatet till en fil' : 'write the result to a file')
    .option('--csv <file>', sv ? 'skriv banden vecka för vecka' : 'write the bands week by week')
    .option('--svg <file>', sv ? 'skriv banden som figur (SVG)' : 'write the bands as a figure (SVG)')
    .option('--json', sv ? 'resultatet som JSON på stdout' : 'the result as JSON on stdout')
    .action(async (region: string, options: unknown) => {
      const parsed = given.safeParse(options);
      if (!parsed.success) {
        return done(tellFailure(terminal, misused(given.keyof().parse(parsed.error.issues[0]?.path[0]))));
      }
      const blocked = await firstBlocked([parsed.data.out, parsed.data.csv, parsed.data.svg]);
      const simulation = blocked ?? (await simulate(terminal, region, parsed.data));
      done(
        'status' in simulation
          ? tellFailure(terminal, simulation)
          : await tell(terminal, simulation, parsed.data),
      );
    });
}

function simulate(terminal: Terminal, region: string, request: Request): Promise<Simulation | Failure> {
  const { policy = null, setting = null, seed, seeds } = request;
  return simulateInThreads(terminal, { region, policy, setting, seed }, seeds);
}

async function tell(
  terminal: Terminal,
  simulation: Simulation,
  { out, csv, svg, json }: Request,
): Promise<number> {
  const text = jsonText(simulation);
  for (const [path, content] of [
    [out, () => text],
    [csv, () => csvText(simulationTable(simulation))],
    [
      svg,
      async () =>
        (await import('../../../scenarios/plots/simulation-plot.ts')).simulationSvg(
          simulation,
          terminal.lang,
        ),
    ],
  ] as const) {
    const unwritten = path === undefined ? null : await writeOutput(path, [await content()]);
    if (unwritten) return tellFailure(terminal, unwritten);
  }
  terminal.result(json ? text.trimEnd() : simulationText(simulation, terminal.lang));
  return 0;
}

async function firstBlocked(paths: readonly (string | undefined)[]): Promise<Failure | null> {
  for (const path of paths) {
    const blocked = path === undefined ? null : await checkWritable(path);
    if (blocked) return blocked;
  }
  return null;
}

function misused(name: keyof Request): Failure {
  return failure('usage', {
    sv: `--${name} ska vara ${expected[name].sv}.`,
    en: `--${name} must be ${expected[name].en}.`,
  });
}
