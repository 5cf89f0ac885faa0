/** A terminal that remembers, for what needs no process of its own. */
import type { Terminal } from '../../src/cli/terminal.ts';

interface Written {
  readonly result: string;
  readonly note: string;
  readonly line: string;
}

export function recordingTerminal(kind: Pick<Terminal, 'lang' | 'watched'>): {
  readonly terminal: Terminal;
  readonly written: () => Written;
} {
  const texts = { result: '', note: '', line: '' };
  const terminal: Terminal = {
    ...kind,
    signal: new AbortController().signal,
    now: () => 0,
    result: (text) => {
      texts.result += `${text}\n`;
    },
    note: (text) => {
      texts.note += `${text}\n`;
    },
    line: (text) => {
      texts.line += text;
    },
  };
  return { terminal, written: () => texts };
}
