import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { oneSeat, writeProblemFile } from './problems.ts';
import { recordingTerminal } from './recording-terminal.ts';
import { runCli, scratchFolder } from './run-cli.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

describe('wrong usage ends with 2, one clear message and nothing on stdout', () => {
  const folder = scratch.path('folder');
  mkdirSync(folder);
  const problem = writeProblemFile(scratch.path('one-seat.json'), oneSeat());
  const broken = scratch.path('broken.json');
  writeFileSync(broken, '{"format": "resursutbyte/problem@1", "participants": 7}');
  const text = scratch.path('text.json');
  writeFileSync(text, 'not JSON');
  const list = scratch.path('list.json');
  writeFileSync(list, '[]');

  test.each([
    ['no command', [], /Inget kommando/],
    ['an unknown command', ['guess'], /guess finns inte/],
    ['an unknown option', ['solve', problem, '--fast'], /--fast finns inte/],
    ['no file', ['solve'], /problem saknas/],
    ['a file too many', ['solve', problem, problem], /För många ord/],
    ['an option without its value', ['solve', problem, '--gap'], /--gap.* saknar värde/],
    ['a gap that is no number', ['solve', problem, '--gap', 'small'], /--gap ska vara ett tal/],
    ['no time', ['solve', problem, '--time-limit', '0'], /--time-limit ska vara/],
    ['a seed with decimals', ['solve', problem, '--seed', '1.5'], /--seed ska vara ett heltal/],
    ['an unknown engine', ['solve', problem, '--engine', 'magic'], /--engine ska vara en av auto, /],
    ['an unknown language', ['solve', problem, '--lang', 'fi'], /--lang .*; det som går är sv, en\./],
    ['a missing file', ['solve', 'nowhere.json'], /nowhere\.json går inte att läsa/],
    ['a file that is no JSON', ['solve', text], /är inte JSON/],
    ['a problem with a fault', ['solve', broken], /participants: förväntat en lista \(lästes: 7\)/],
    ['a region where a problem is asked for', ['solve', 'data/farsta-2004'], /är en region/],
    ['a problem where a region is asked for', ['match', problem], /är ett problem/],
    [
      'a problem where a policy is asked for',
      ['match', 'data/farsta-2004', '--policy', problem],
      /är ett problem, inte en policy/,
    ],
    [
      'a problem where a solution is asked for',
      ['verify', problem, problem],
      /är ett problem, inte en lösning/,
    ],
    [
      'a problem where a proposal is asked for',
      ['verify', 'data/farsta-2004', problem],
      /är ett problem, inte ett förslag/,
    ],
    [
      'a list where a proposal is asked for',
      ['verify', 'data/farsta-2004', list],
      /saknas eller är av fel slag; förväntat ett objekt/,
    ],
    ['a folder without a region', ['match', folder], /region\.json/],
    [
      'a place that cannot be written',
      ['solve', problem, '--out', 'nowhere/out.json'],
      /går inte att skriva/,
    ],
    ['a folder in the place of the result', ['solve', problem, '--out', folder], /går inte att skriva/],
  ])('%s', async (_what, args, message) => {
    const { terminal, written } = recordingTerminal({ lang: 'sv', watched: false });
    expect(await run(args, terminal)).toBe(2);
    expect(written().note).toMatch(message);
    expect(written().result).toBe('');
  });

  test('a process ends so too', async () => {
    const ended = await runCli(['solve', problem, '--fast', '--lang', 'en']);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/^The question is not well put: There is no option --fast\.\n[^\n]+\n$/);
  });

  test('help in Swedish has no English words of its own', async () => {
    for (const words of [['--help'], ['match', '--help'], ['explain', '--help']]) {
      const { terminal, written } = recordingTerminal({ lang: 'sv', watched: false });
      expect(await run(words, terminal)).toBe(0);
      expect(written().result).toMatch(/^Användning: [\s\S]*\nVal:\n/);
      expect(written().result).not.toMatch(/Options:|Arguments:|Commands:|default|display|choices/);
    }
  });

  test('help is not an error', async () => {
    const { terminal, written } = recordingTerminal({ lang: 'en', watched: false });
    expect(await run(['--help', '--lang', 'en'], terminal)).toBe(0);
    expect(written().result).toContain('Pairs newly arrived adults');
    expect(written().note).toBe('');
  });
});
