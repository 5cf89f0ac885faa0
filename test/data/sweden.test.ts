import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Region } from '../../src/domain/region.ts';
import { readRegion } from '../../src/files/read-region.ts';
import { swedishPreschools } from '../../src/generate/sources.ts';
import { swedenRegion } from '../../src/generate/sweden/sweden.ts';
import { findOptions } from '../../src/matching/options.ts';
import { indexRegion } from '../../src/matching/region-index.ts';
import { recordingTerminal } from '../cli/recording-terminal.ts';

const scratch = mkdtempSync(join(tmpdir(), 'sweden-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function made(participants: number, municipalities: readonly string[] | null, seed = 7): Region {
  const outcome = swedenRegion({ participants, seed, municipalities });
  if (outcome.status !== 'made') throw new Error(outcome.codes.join());
  return outcome.region;
}

async function generate(...words: string[]): Promise<{ readonly code: number; readonly note: string }> {
  const { terminal, written } = recordingTerminal({ lang: 'en', watched: false });
  const code = await run(['generate', '--region', 'sweden', ...words], terminal);
  return { code, note: written().note };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const small = made(300, ['180', '1280']);
const sources = swedishPreschools();

describe('generate --region sweden', () => {
  const common = ['--participants', '300', '--seed', '7', '--municipalities', '180,1280', '--out'];

  test('writes the same bytes for the same seed, others for another, and reads them without an error', async () => {
    const folders = ['one', 'two', 'other'].map((name) => join(scratch, name));
    expect(await generate(...common, folders[0])).toMatchObject({ code: 0 });
    expect(await generate(...common, folders[1])).toMatchObject({ code: 0 });
    expect(await generate(...common, folders[2], '--seed', '8')).toMatchObject({ code: 0 });
    const bytes = (folder: string) =>
      readdirSync(folder)
        .sort()
        .map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
    expect(bytes(folders[1])).toEqual(bytes(folders[0]));
    expect(bytes(folders[2])).not.toEqual(bytes(folders[0]));
    const reading = await readRegion(folders[0]);
    expect(reading).toMatchObject({ status: 'read', region: small });
  });

  test('says what in it is synthetic, in the file too', () => {
    const head = JSON.parse(readFileSync(join(scratch, 'one', 'region.json'), 'utf8'));
    expect(head.provenance).toMatch(
      /Real: \d+ preschools .* Synthetic, drawn by a seeded generator \(seed 7\)/,
    );
    for (const { provider } of small.sfi_groups) expect(provider).toContain('(påhittad)');
  });

  test('never writes into a folder that holds something', async () => {
    const { code, note } = await generate(...common, join(scratch, 'one'));
    expect(code).toBe(2);
    expect(note).toContain('is not empty');
  });

  test('says where teams have more seats than their size gives, in the file too, and only there', async () => {
    const words = ['--municipalities', '0509', '--lang', 'en'];
    const crowded = join(scratch, 'crowded');
    const { code, note } = await generate('--out', crowded, '--participants', '2000', ...words);
    expect(code).toBe(0);
    const enough = /up to ([\d,]+) in one\. For at most ([\d,]+) participants there are seats enough\./.exec(
      note,
    );
    const [most, participants] = (enough ?? []).slice(1).map((text) => Number(text.replaceAll(',', '')));
    const region = made(2000, ['509']);
    expect(Math.max(...region.teams.map(({ seats }) => seats))).toBe(most);
    expect(readFileSync(join(crowded, 'region.json'), 'utf8')).toContain(`up to ${most} in a team`);
    const [last, first] = [participants, participants + 2].map((number) => made(number, ['509']).provenance);
    expect(last).not.toContain('Not like the real places');
    expect(first).toContain('Not like the real places');
  });

  test('ends where a folder cannot be made, also below one that answers as if it were not there', async () => {
    const { code, note } = await generate('--out', '/proc/x/y', '--participants', '10');
    expect(code).toBe(2);
    expect(note).toContain('/proc/x/y cannot be written');
  });

  test.each([
    [['--municipalities', '9999'], 'No preschool is known in 9999.'],
    [['--municipalities', 'Stockholm'], '--municipalities must be'],
    [['--participants', '0'], '--participants must be'],
    [['--seed', '-1'], '--seed must be'],
  ])('refuses %j', async (words, sentence) => {
    const folder = join(scratch, 'refused');
    const { code, note } = await generate('--out', folder, ...words);
    expect(code).toBe(2);
    expect(note).toContain(sentence);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('a small region of Sweden', () => {
  test('has seats for 92 % and SFI seats for 97 % of the participants', () => {
    expect(small.participants).toHaveLength(300);
    expect(sum(small.teams.map(({ seats }) => seats))).toBe(276);
    expect(sum(small.sfi_groups.map(({ seats }) => seats))).toBe(291);
  });

  test('stands on preschools of these municipalities, at their real coordinates', () => {
    expect(small.units.length).toBeGreaterThan(30);
    for (const unit of small.units) {
      const source = sources.find(({ skolverket_id: id }) => unit.id === `forskola-${id}`);
      expect([source?.lat, source?.lon]).toEqual([unit.lat, unit.lon]);
      expect(unit.district).toBe(`Kommun ${source?.municipality_code.padStart(4, '0')}`);
    }
    expect(new Set(small.units.map(({ district }) => district))).toEqual(
      new Set(['Kommun 0180', 'Kommun 1280']),
    );
  });

  test('gives each municipality people by its children', () => {
    const children = (area: string): number =>
      sum(
        small.units
          .filter(({ district }) => district === area)
          .map((u) => sources.find(({ skolverket_id: id }) => u.id === `forskola-${id}`)?.children ?? 0),
      );
    const share = children('Kommun 0180') / (children('Kommun 0180') + children('Kommun 1280'));
    const living = small.participants.filter(({ area }) => area === 'Kommun 0180').length;
    expect(living / 300).toBeCloseTo(share, 1);
  });

  test('lets no team guide with more than a third of its staff, but for one', () => {
    for (const team of small.teams) {
      const source = sources.find(({ skolverket_id: id }) => team.unit === `forskola-${id}`);
      const teams = small.teams.filter(({ unit }) => unit === team.unit).length;
      const staff = (source?.fte ?? (source?.children ?? 0) / 5.2) / teams;
      expect(team.supervisors).toBeLessThanOrEqual(Math.max(1, Math.floor(staff / 3)));
    }
  });

  test('leaves most people a choice', () => {
    const region = small.policy === undefined ? undefined : indexRegion(small, small.policy);
    if (region === undefined) throw new Error('the region has no policy');
    const { start } = findOptions(region);
    const served = small.participants.filter((_, p) => start[p + 1] > start[p]).length;
    expect(served).toBeGreaterThan(150);
  });
});

test('where there are people enough every preschool takes part', () => {
  const region = made(400, ['0509', '2422']);
  const here = sources.filter(({ municipality_code: code }) => code === '509' || code === '2422');
  expect(region.units).toHaveLength(here.length);
  expect(sum(region.teams.map(({ seats }) => seats))).toBe(368);
});

test('one participant makes a region too', () => {
  expect(made(1, null).participants).toHaveLength(1);
});
