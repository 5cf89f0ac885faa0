import { describe, expect, test } from 'vitest';
import { askThread } from '../../src/cli/in-thread.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { recordingTerminal } from './recording-terminal.ts';

const files = { region: 'data/farsta-skarholmen', policy: null, previous: null };
const limit = 60_000;
const settings = { engine: 'auto', gap: 0, seed: 1, timeLimitMs: limit } as const;

function matchFiles(terminal: Terminal, region: string) {
  return askThread(terminal, 'matchFiles', { ...files, region, settings }, limit);
}

describe('a match that somebody stops', () => {
  test('while the region is read ends there, with nothing', async () => {
    const { terminal, written } = recordingTerminal({ lang: 'en', watched: false });
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), 100);
    const answer = await matchFiles({ ...terminal, signal: stopping.signal }, files.region);
    expect(answer).toMatchObject({ status: 'failed', code: 'interrupted' });
    expect(written()).toEqual({ result: '', note: '', line: '' });
  });

  test('before it begins reads nothing', async () => {
    const { terminal } = recordingTerminal({ lang: 'en', watched: false });
    expect(await matchFiles({ ...terminal, signal: AbortSignal.abort() }, 'nowhere')).toMatchObject({
      code: 'interrupted',
    });
  });

  test('while an engine works gives the best so far', async () => {
    const { terminal, written } = recordingTerminal({ lang: 'en', watched: false });
    const stopping = new AbortController();
    const note = (text: string): void => {
      terminal.note(text);
      if (text.startsWith('The engine priced was chosen')) stopping.abort();
    };
    const answer = await matchFiles({ ...terminal, note, signal: stopping.signal }, files.region);
    expect(answer).toMatchObject({ stopped: 'signal' });
    expect(written().note).toContain('The engine priced was chosen');
  });
});

describe('whoever watches', () => {
  const lines = (text: string): readonly string[] => text.split('\r\u001b[K').filter((line) => line !== '');

  test('sees the stages before there is a gap', async () => {
    const { terminal, written } = recordingTerminal({ lang: 'sv', watched: true });
    await askThread(
      terminal,
      'matchFiles',
      { ...files, region: 'data/farsta-2004', settings: { ...settings, engine: 'priced', gap: 0.5 } },
      limit,
    );
    expect(lines(written().line).slice(0, 2)).toEqual(['läser filerna …', 'bygger alternativen …']);
    expect(written().line).toMatch(/gap .*kvar/);
  });
});

describe('a check and an explanation that somebody stops', () => {
  const paths = { region: files.region, proposal: 'nowhere', policy: null };
  const question = { participant: 'nobody' };

  test('end where they are, with nothing', async () => {
    for (const ask of [
      (terminal: Terminal) =>
        askThread(terminal, 'verifyFiles', { input: paths.region, answer: 'nowhere', policy: null }, limit),
      (terminal: Terminal) => askThread(terminal, 'explainFiles', { ...paths, question, settings }, limit),
    ]) {
      const { terminal } = recordingTerminal({ lang: 'en', watched: false });
      const stopping = new AbortController();
      const answer = ask({ ...terminal, signal: stopping.signal });
      stopping.abort();
      expect(await answer).toMatchObject({ status: 'failed', code: 'interrupted' });
    }
  });
});
