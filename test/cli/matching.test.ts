import { describe, expect, test } from 'vitest';
import { matchFiles } from '../../src/cli/matching.ts';
import { recordingTerminal } from './recording-terminal.ts';

const files = { region: 'data/farsta-skarholmen', policy: null, previous: null };
const settings = { engine: 'auto', gap: 0, seed: 1, timeLimitMs: 60_000 } as const;

describe('a match that somebody stops', () => {
  test('while the region is read ends there, with nothing', async () => {
    const { terminal, written } = recordingTerminal({ lang: 'en', watched: false });
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), 100);
    const answer = await matchFiles({ ...terminal, signal: stopping.signal }, files, settings);
    expect(answer).toMatchObject({ status: 'failed', code: 'interrupted' });
    expect(written()).toEqual({ result: '', note: '', line: '' });
  });

  test('before it begins reads nothing', async () => {
    const { terminal } = recordingTerminal({ lang: 'en', watched: false });
    const nowhere = { ...files, region: 'nowhere' };
    expect(await matchFiles({ ...terminal, signal: AbortSignal.abort() }, nowhere, settings)).toMatchObject({
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
    const answer = await matchFiles({ ...terminal, note, signal: stopping.signal }, files, settings);
    expect(answer).toMatchObject({ stopped: 'signal' });
    expect(written().note).toContain('The engine priced was chosen');
  });
});
