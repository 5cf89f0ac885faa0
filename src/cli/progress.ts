/** The line that shows how far an answer has come: the stage, then the gap so far and the time left or gone. Nothing where nobody watches. */

import { gapOf } from '../../solver/certificate/certify.ts';
import type { Progress } from '../../solver/engines/engine.ts';
import type { Text } from '../domain/text.ts';
import { percent } from './numbers.ts';
import type { Language, Terminal } from './terminal.ts';

export interface ProgressLine {
  /** What goes on before there is any progress to show. */
  readonly tell: (stage: Text) => void;
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
}

const clearLine = '\r\u001b[K';

export function createProgressLine(terminal: Terminal, timeLimitMs: number): ProgressLine {
  if (!terminal.watched) return { tell: () => {}, show: () => {}, clear: () => {} };
  const startedMs = terminal.now();
  return {
    tell: (stage) => terminal.line(`${clearLine}${stage[terminal.lang]} …`),
    show: (progress) => {
      const elapsedMs = terminal.now() - startedMs;
      terminal.line(`${clearLine}${describe(progress, elapsedMs, timeLimitMs, terminal.lang)}`);
    },
    clear: () => terminal.line(clearLine),
  };
}

/** For example `gap 0,4 % · 12 s kvar`; without a time limit, the time gone. */
export function describe(
  { objective, bound }: Progress,
  elapsedMs: number,
  timeLimitMs: number,
  lang: Language,
): string {
  const swedish = lang === 'sv';
  const gap =
    objective === null || bound === null
      ? swedish
        ? 'inget förslag än'
        : 'no proposal yet'
      : `gap ${percent(gapOf(objective, bound), lang)}`;
  const seconds = (ms: number): number => Math.max(0, Math.ceil(ms / 1000));
  const time = Number.isFinite(timeLimitMs)
    ? `${seconds(timeLimitMs - elapsedMs)} s ${swedish ? 'kvar' : 'left'}`
    : `${seconds(elapsedMs)} s`;
  return `${gap} · ${time}`;
}
