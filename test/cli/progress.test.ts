import { expect, test } from 'vitest';
import { createProgressLine, describe as line } from '../../src/cli/progress.ts';
import { recordingTerminal } from './recording-terminal.ts';

test('gap and time left, in either language', () => {
  const progress = { phase: 'search', objective: 200, bound: 201 };
  expect(line(progress, 18_200, 60_000, 'sv')).toBe('gap 0,5\u00a0% · 42 s kvar');
  expect(line(progress, 18_200, 60_000, 'en')).toBe('gap 0.5% · 42 s left');
  expect(line(progress, 18_200, Number.POSITIVE_INFINITY, 'en')).toBe('gap 0.5% · 19 s');
  expect(line({ ...progress, objective: null }, 99_000, 60_000, 'sv')).toBe('inget förslag än · 0 s kvar');
});

test('a pipe sees no progress, a terminal sees it come and go', () => {
  const shown = (watched: boolean): string => {
    const { terminal, written } = recordingTerminal({ lang: 'en', watched });
    const progress = createProgressLine(terminal, 10_000);
    progress.show({ phase: 'search', objective: 1, bound: 1 });
    progress.clear();
    return written().line;
  };
  expect(shown(false)).toBe('');
  expect(shown(true)).toBe('\r\u001b[Kgap 0% · 10 s left\r\u001b[K');
});
