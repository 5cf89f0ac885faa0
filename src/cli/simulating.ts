/** Runs of a simulated year, spread over threads, with a line that shows how many are done; Ctrl-C ends them where they are. */
import { availableParallelism } from 'node:os';
import { type Failure, failure } from '../errors.ts';
import { createJobPool, type TaskInput } from '../jobs/pool.ts';
import type { Simulation } from '../scenarios/year/result-format.ts';
import type { Run } from '../scenarios/year/run-format.ts';
import { createProgressLine } from './progress.ts';
import type { Terminal } from './terminal.ts';

type Asked = Omit<TaskInput<'simulateYearFiles'>, 'firstRun' | 'lastRun'>;

/** So many runs a job: few enough to see it move, enough to be worth reading the files. */
const RUNS_A_JOB = 4;

export async function simulateInThreads(
  terminal: Terminal,
  asked: Asked,
  seeds: number,
): Promise<Simulation | Failure> {
  const jobs = Array.from({ length: Math.ceil(seeds / RUNS_A_JOB) }, (_, k) => ({
    ...asked,
    firstRun: k * RUNS_A_JOB,
    lastRun: Math.min(seeds, (k + 1) * RUNS_A_JOB),
  }));
  const pool = createJobPool({ threads: Math.min(jobs.length, availableParallelism()), places: jobs.length });
  const progress = createProgressLine(terminal, Number.POSITIVE_INFINITY);
  let done = 0;
  const show = (): void =>
    progress.tell({ sv: `${done} av ${seeds} år simulerade`, en: `${done} of ${seeds} years simulated` });
  const leaving = new AbortController();
  const leave = (): void => leaving.abort();
  terminal.signal.addEventListener('abort', leave);
  if (terminal.signal.aborted) leave();
  show();
  try {
    const answers = await Promise.all(
      jobs.map(async (job) => {
        const answer = await pool.run('simulateYearFiles', job, { cancel: leaving.signal });
        if (answer.status === 'done' && answer.output.status === 'simulated') {
          done += answer.output.runs.length;
          show();
        } else leave();
        return answer;
      }),
    );
    const runs: Run[] = [];
    let last: { readonly region: string; readonly setting: Simulation['setting'] } | null = null;
    for (const answer of answers) {
      if (answer.status !== 'done') continue;
      if (answer.output.status === 'failed') return answer.output;
      runs.push(...answer.output.runs);
      last = answer.output;
    }
    if (last === null || runs.length < seeds) return interrupted;
    // Loaded here, as the help needs none of it.
    const { summarise } = await import('../scenarios/year/summarise.ts');
    return summarise(last.region, last.setting, asked.seed, runs);
  } finally {
    terminal.signal.removeEventListener('abort', leave);
    progress.clear();
    await pool.close();
  }
}

const interrupted = failure('interrupted', {
  sv: 'Inte alla år var klara än.',
  en: 'Not all years were ready yet.',
});
