/** `npm run bench`: runs a suite, prints a line per case as it goes, and writes what it saw to bench/results. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import { engineNames } from '../solver/engines/names.ts';
import type { Case } from './harness/case.ts';
import type { Results } from './harness/outcome.ts';
import { runCase } from './harness/run-case.ts';
import { lineOf } from './harness/summary.ts';
import { machine, versions } from './harness/surroundings.ts';
import { microLine, runMicro } from './micro/micro.ts';
import { runScenarioSuite } from './micro/scenarios.ts';
import { peerNames } from './peers/index.ts';
import { plotResults } from './plots/plot-results.ts';
import { runService } from './service/service.ts';
import { suiteNames, suites } from './suites/index.ts';

interface Asked {
  readonly suite: (typeof suiteNames)[number] | 'micro' | 'scenarios' | 'service';
  readonly participants: number;
  readonly seconds: number;
  readonly engine?: Case['engine'];
  readonly json?: string;
}

const asked = new Command('bench')
  .addOption(
    new Option('--suite <name>', 'which cases')
      .choices([...suiteNames, 'micro', 'scenarios', 'service'])
      .default('quick'),
  )
  .addOption(
    new Option('--engine <name>', 'instead of the engines of the suite').choices([
      'auto',
      ...engineNames,
      ...peerNames,
    ]),
  )
  .addOption(
    new Option('--participants <n>', 'of the region that the suite service imports')
      .argParser(Number)
      .default(50_000),
  )
  .addOption(
    new Option('--seconds <n>', 'of questions of each kind, in the suite service')
      .argParser(Number)
      .default(30),
  )
  .option('--json <file>', 'where to write instead of bench/results/SUITE.json; the plot goes beside it')
  .parse()
  .opts<Asked>();

if (asked.suite === 'micro') for (const figure of await runMicro()) console.log(microLine(figure));
else if (asked.suite === 'scenarios') for await (const line of runScenarioSuite()) console.log(line);
else if (asked.suite === 'service') await measureService(asked);
else await runSuite(asked.suite, asked);

/** Writes after every case, so that a run that is ended early leaves what it saw. */
async function runSuite(suite: (typeof suiteNames)[number], { engine, json }: Asked): Promise<void> {
  const name = `${suite}${engine ? `-${engine}` : ''}`;
  const results: Results = {
    format: 'resursutbyte/bench@1',
    suite: name,
    command: `npm run bench -- --suite ${suite}${engine ? ` --engine ${engine}` : ''}`,
    measuredOn: new Date().toISOString().slice(0, 10),
    machine: machine(),
    versions: versions(),
    cases: [],
  };
  const { cores, model, platform, load } = results.machine;
  console.log(`${name}: ${cores} cores, ${model}, ${platform}, load ${load}, Node ${process.versions.node}`);
  for (const one of casesOf(suites[suite], engine)) {
    const result = await runCase(one);
    console.log(lineOf(result));
    results.cases.push(result);
    write(json ?? join(import.meta.dirname, 'results', `${name}.json`), results);
    if (result.cold.some(({ status }) => status === 'rejected')) process.exitCode = 1;
  }
}

async function measureService({ participants, seconds, json }: Asked): Promise<void> {
  const command = `npm run bench -- --suite service --participants ${participants} --seconds ${seconds}`;
  const plan = { participants, rate: 200, seconds };
  const results = await runService(plan, command, (line) => console.log(line));
  writeJson(json ?? join(import.meta.dirname, 'results', 'service.json'), results);
}

/** The cases, with another engine where one is asked; once each, where a suite holds several engines against each other. */
function casesOf(cases: readonly Case[], engine: Case['engine'] | undefined): readonly Case[] {
  if (engine === undefined) return cases;
  const own = cases.filter((one) => one.engine === cases[0].engine);
  return own.map((one) => ({ ...one, engine }));
}

function writeJson(path: string, results: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(results, null, 1)}\n`);
}

function write(path: string, results: Results): void {
  writeJson(path, results);
  writeFileSync(path.replace(/(\.json)?$/, '.svg'), plotResults(results));
}
