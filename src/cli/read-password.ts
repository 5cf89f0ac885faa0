/** A password from whoever runs a command: asked for without showing it, or the first line of what is piped in. Never a word of the command, which other users of the machine can see. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Terminal } from './terminal.ts';

/** Null where nothing was given. */
export async function readPassword({ lang, line, signal }: Terminal): Promise<string | null> {
  const asked = process.stdin.isTTY === true;
  if (asked) line(lang === 'sv' ? 'Lösenord: ' : 'Password: ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: asked });
  signal.addEventListener('abort', () => lines.close(), { once: true });
  try {
    for await (const text of lines) return text === '' ? null : text;
    return null;
  } finally {
    lines.close();
    if (asked) line('\n');
  }
}
