/**
 * What a planner waits for, on farsta-skarholmen: one scenario, a sweep of 100 points, and the worth of a seat in every team confirmed.
 * Each is run as the command runs it, as a process of its own, reading included; the threads are as many as there are cores.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { seconds } from '../harness/summary.ts';

const root = join(import.meta.dirname, '..', '..');
const region = 'data/farsta-skarholmen';

const oneTeamCloses = {
  format: 'resursutbyte/scenario@1',
  name: { sv: 'Ett arbetslag stänger', en: 'A team closes' },
  edits: [{ kind: 'close_team', team: 'frida-1' }],
};

interface Case {
  readonly what: string;
  readonly wantedMs: number;
  readonly words: (scenario: string) => readonly string[];
}

const cases: readonly Case[] = [
  {
    what: 'today, by hand and one scenario, each to a gap of 1 %',
    wantedMs: 1000,
    words: (scenario) => ['run', region, scenario, '--gap', '0.01'],
  },
  {
    what: 'a sweep of 100 points, seats in a district, each to a gap of 0.1 %',
    wantedMs: 20_000,
    words: () => ['sweep', region, '--over', 'seats.Farsta=0:99:1', '--gap', '0.001'],
  },
  {
    what: 'one more seat in each of 158 teams, confirmed to a gap of 0.01 %',
    wantedMs: 30_000,
    words: () => ['worth', region, '--of', 'team'],
  },
];

/** A line a case: the wall time, what was wanted, and the load before it began. */
export async function* runScenarioSuite(): AsyncGenerator<string> {
  const folder = mkdtempSync(join(tmpdir(), 'resursutbyte-bench-'));
  const scenario = join(folder, 'scenario.json');
  writeFileSync(scenario, JSON.stringify(oneTeamCloses));
  try {
    for (const { what, wantedMs, words } of cases) {
      const load = loadavg()[0].toFixed(1);
      const from = performance.now();
      const code = await run(['scenario', ...words(scenario)]);
      const took = performance.now() - from;
      yield `${seconds(took)} s (wanted ${seconds(wantedMs)} s, load ${load}${code === 0 ? '' : `, exit code ${code}`})  ${what}`;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(words: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [join(root, 'src/cli/cli.mjs'), ...words], {
    cwd: root,
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}
