/** The terminal of this process: its streams, its signals and its language. */
import { performance } from 'node:perf_hooks';
import type { Language, Terminal } from './terminal.ts';

/** Opens it and from then on takes SIGINT and SIGTERM as the wish to stop; a second one ends the process at once. */
export function openTerminal(words: readonly string[]): Terminal {
  const interruption = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (interruption.signal.aborted) process.exit(130);
      interruption.abort();
    });
  }
  // A reader such as head may close stdout early, and whoever watched a service may have gone: that is no fault, and no reason to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return {
    lang: languageOf(words),
    watched: process.stderr.isTTY === true,
    signal: interruption.signal,
    now: () => performance.now(),
    result: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
    line: (text) => process.stderr.write(text),
  };
}

/** Known before the options are read, because help and usage errors are already in it. */
function languageOf(words: readonly string[]): Language {
  const at = words.indexOf('--lang');
  return words.includes('--lang=en') || (at >= 0 && words[at + 1] === 'en') ? 'en' : 'sv';
}
