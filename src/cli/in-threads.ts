/** Many parts of one question, spread over threads. Ctrl-C lets the parts that are at work end by themselves, and begins no more. */
import { availableParallelism } from 'node:os';
import type { Text } from '../domain/text.ts';
import { type Failure, failure } from '../errors.ts';
import { createJobPool, type TaskInput, type TaskOutput } from '../jobs/pool.ts';
import { partOf } from './in-thread.ts';
import { createProgressLine } from './progress.ts';
import type { Terminal } from './terminal.ts';

type PartTask = 'worthPart' | 'sweepStrand';

/** What is told on the way: `of` items in all, over all parts. */
export interface Spread<Name extends PartTask> {
  readonly inputs: readonly TaskInput<Name>[];
  readonly of: number;
  /** Called in the order in which parts are done, with the part's index. */
  readonly done: (index: number, output: TaskOutput<Name>) => Promise<Failure | null>;
}

/** Null when every part is done; the first failure of `done`, or that somebody stopped it. */
export async function askThreads<Name extends PartTask>(
  terminal: Terminal,
  name: Name,
  { inputs, of, done }: Spread<Name>,
): Promise<Failure | null> {
  const threads = Math.max(1, Math.min(availableParallelism(), inputs.length));
  const pool = createJobPool({ threads, places: Math.max(1, inputs.length) });
  const progress = createProgressLine(terminal, Number.POSITIVE_INFINITY);
  const finished = new Int32Array(inputs.length);
  const tell = (part: number, items: number): void => {
    finished[part] = items;
    progress.tell(partOf({ finished: finished.reduce((sum, each) => sum + each, 0), of }));
  };
  const failures: Failure[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < inputs.length && failures.length === 0 && !terminal.signal.aborted) {
      const part = next++;
      const job = await pool.run(name, inputs[part], {
        stop: terminal.signal,
        onStage: (news) => {
          if (news.stage === 'part') tell(part, news.finished);
        },
      });
      if (job.status !== 'done') throw new Error(`${name} ended without an answer: ${job.status}`);
      const failed = await done(part, job.output);
      if (failed) failures.push(failed);
    }
  };
  try {
    await Promise.all(Array.from({ length: threads }, worker));
  } finally {
    progress.clear();
    await pool.close();
  }
  return failures[0] ?? (terminal.signal.aborted ? failure('interrupted', notAll) : null);
}

const notAll: Text = { sv: 'Alla delar blev inte klara.', en: 'Not every part was finished.' };
