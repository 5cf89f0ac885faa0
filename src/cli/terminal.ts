/**
 * Where a command speaks: the result on stdout and nothing else there, all other words on stderr, in one language.
 */
import type { InputProblem } from '../domain/checks/input-problem.ts';
import { type Failure, failures } from '../errors.ts';
import { type Language, renderInputProblems } from '../files/render-input-problems.ts';

export type { Language };

export interface Terminal {
  readonly lang: Language;
  /** Somebody watches stderr, so a progress line makes sense. */
  readonly watched: boolean;
  /** Set when the user asks to stop (SIGINT, SIGTERM). */
  readonly signal: AbortSignal;
  /** A monotonic clock in milliseconds. */
  readonly now: () => number;
  readonly result: (text: string) => void;
  /** A sentence of its own line. */
  readonly note: (text: string) => void;
  /** Raw text for a line that is written over and over. */
  readonly line: (text: string) => void;
}

/** Tells what went wrong: title and sentence, each fault with its place, and what to do. Returns the exit code. */
export function tellFailure(terminal: Terminal, failed: Failure): number {
  const { title, action, exitCode } = failures[failed.code];
  const { lang } = terminal;
  terminal.note(
    [
      `${title[lang]}: ${failed.detail[lang]}`,
      ...(failed.faults.length > 0 ? [indented(failed.faults, lang)] : []),
      action[lang],
    ].join('\n'),
  );
  return exitCode ?? 1;
}

/** Tells what was read but looks odd. */
export function tellNotes(terminal: Terminal, notes: readonly InputProblem[]): void {
  if (notes.length > 0) terminal.note(indented(notes, terminal.lang));
}

function indented(faults: readonly InputProblem[], lang: Language): string {
  return renderInputProblems(faults, lang).replace(/^/gm, '  ');
}
