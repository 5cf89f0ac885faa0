/** Matches in another thread, from reading to proposal, so that Ctrl-C is answered at once whatever the thread is at. */
import { type Failure, failure } from '../errors.ts';
import { createJobPool } from '../jobs/pool.ts';
import type { MatchSettings } from '../matching/match.ts';
import type { Proposal } from '../matching/proposal-format.ts';
import { createProgressLine } from './progress.ts';
import { type Terminal, tellNotes } from './terminal.ts';

/** Paths; null for the region's own policy, and for no earlier proposal. */
export interface MatchFiles {
  readonly region: string;
  readonly policy: string | null;
  readonly previous: string | null;
}

/**
 * The proposal of a region by path, or why there is none. Ctrl-C ends the thread where it is until an engine begins, and
 * then asks for the best so far. The thread is gone, and its memory with it, before this resolves.
 */
export async function matchFiles(
  terminal: Terminal,
  files: MatchFiles,
  settings: MatchSettings,
): Promise<Proposal | Failure> {
  const pool = createJobPool({ threads: 1, places: 1 });
  const leaving = new AbortController();
  const leave = (): void => leaving.abort();
  let progress = createProgressLine(terminal, settings.timeLimitMs);
  terminal.signal.addEventListener('abort', leave);
  if (terminal.signal.aborted) leave();
  try {
    const job = await pool.run(
      'matchFiles',
      { ...files, settings },
      {
        stop: terminal.signal,
        cancel: leaving.signal,
        onStage: (news) => {
          if (news.stage === 'read') return tellNotes(terminal, news.notes);
          terminal.signal.removeEventListener('abort', leave);
          if (news.reason) terminal.note(news.reason[terminal.lang]);
          progress = createProgressLine(terminal, settings.timeLimitMs);
        },
        onProgress: (news) => progress.show(news),
      },
    );
    if (job.status === 'done') return job.output;
    if (job.status === 'ended' && job.why === 'cancelled') return beforeAnyEngine;
    throw new Error(`the match ended without an answer: ${job.status}`);
  } finally {
    terminal.signal.removeEventListener('abort', leave);
    progress.clear();
    await pool.close();
  }
}

const beforeAnyEngine = failure('interrupted', {
  sv: 'Inget var hittat än.',
  en: 'Nothing had been found yet.',
});
