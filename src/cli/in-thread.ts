/** Asks another thread about files, from reading them to the answer, so that Ctrl-C is answered at once whatever the thread is at. */
import type { Text } from '../domain/text.ts';
import { type Failure, failure } from '../errors.ts';
import { createJobPool, type TaskInput, type TaskOutput } from '../jobs/pool.ts';
import { createProgressLine } from './progress.ts';
import { type Terminal, tellNotes } from './terminal.ts';

type FilesTask =
  | 'matchFiles'
  | 'explainFiles'
  | 'verifyFiles'
  | 'scenarioFiles'
  | 'todayFiles'
  | 'capacityFiles'
  | 'lotteryFiles';

const reading: Text = { sv: 'läser filerna', en: 'reading the files' };
const building: Text = { sv: 'bygger alternativen', en: 'building the options' };
/** What a task does once all is read, until an engine begins. */
const afterReading: Readonly<Record<FilesTask, Text>> = {
  matchFiles: building,
  explainFiles: building,
  verifyFiles: { sv: 'räknar om', en: 'recomputing' },
  scenarioFiles: { sv: 'löser dagens läge', en: 'solving today' },
  todayFiles: { sv: 'löser dagens läge', en: 'solving today' },
  capacityFiles: { sv: 'söker', en: 'searching' },
  lotteryFiles: { sv: 'drar lottningen om', en: 'drawing the lottery anew' },
};

/**
 * The answer of a task, or why there is none. Ctrl-C ends the thread where it is until an engine begins, and then asks for the
 * best so far. The thread is gone, and its memory with it, before this resolves.
 */
export async function askThread<Name extends FilesTask>(
  terminal: Terminal,
  name: Name,
  input: TaskInput<Name>,
  timeLimitMs: number,
): Promise<TaskOutput<Name> | Failure> {
  const pool = createJobPool({ threads: 1, places: 1 });
  const leaving = new AbortController();
  const leave = (): void => leaving.abort();
  let progress = createProgressLine(terminal, timeLimitMs);
  terminal.signal.addEventListener('abort', leave);
  if (terminal.signal.aborted) leave();
  else progress.tell(reading);
  try {
    const job = await pool.run(name, input, {
      stop: terminal.signal,
      cancel: leaving.signal,
      onStage: (news) => {
        progress.clear();
        if (news.stage === 'read') {
          tellNotes(terminal, news.notes);
          return progress.tell(afterReading[name]);
        }
        if (news.stage === 'part') return progress.tell(partOf(news));
        terminal.signal.removeEventListener('abort', leave);
        if (news.reason) terminal.note(news.reason[terminal.lang]);
        progress = createProgressLine(terminal, timeLimitMs);
      },
      onProgress: (news) => progress.show(news),
    });
    if (job.status === 'done') return job.output;
    if (job.status === 'ended' && job.why === 'cancelled') return beforeAnyEngine;
    throw new Error(`${name} ended without an answer: ${job.status}`);
  } finally {
    terminal.signal.removeEventListener('abort', leave);
    progress.clear();
    await pool.close();
  }
}

/** `3 av 8 klara`, as the progress line tells it. */
export function partOf({ finished, of }: { readonly finished: number; readonly of: number | null }): Text {
  return of === null
    ? { sv: `${finished} klara`, en: `${finished} done` }
    : { sv: `${finished} av ${of} klara`, en: `${finished} of ${of} done` };
}

const beforeAnyEngine = failure('interrupted', {
  sv: 'Inget var klart än.',
  en: 'Nothing was ready yet.',
});
