import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { farsta2004 } from '../../data/generator/farsta-2004.ts';
import { farstaSkarholmen } from '../../data/generator/farsta-skarholmen.ts';
import { areas, places } from '../../data/generator/places.ts';
import { sfiPlaces } from '../../data/generator/sfi-groups.ts';
import { preschools, schools } from '../../data/generator/sources.ts';
import { writeExamples } from '../../data/generator/write-examples.ts';
import type { Region } from '../../src/domain/region.ts';
import { readRegion } from '../../src/files/read-region.ts';

const committed = fileURLToPath(new URL('../../data/', import.meta.url));
const readme = readFileSync(join(committed, 'README.md'), 'utf8');
const small = farsta2004();
const large = farstaSkarholmen();
const regions: Readonly<Record<string, Region>> = { 'farsta-2004': small, 'farsta-skarholmen': large };
const target = mkdtempSync(join(tmpdir(), 'examples-'));

beforeAll(() => writeExamples(target));
afterAll(() => rmSync(target, { recursive: true }));

describe.each(['farsta-2004', 'farsta-skarholmen'])('%s', (name) => {
  test('comes out of the generator byte by byte as it is kept', () => {
    const files = readdirSync(join(target, name)).sort();
    expect(readdirSync(join(committed, name)).sort()).toEqual(files);
    for (const file of files) {
      const made = readFileSync(join(target, name, file));
      expect(readFileSync(join(committed, name, file)).equals(made), file).toBe(true);
    }
  });

  test('is read without an error or a note, as the generator made it', async () => {
    const reading = await readRegion(join(committed, name));
    expect(reading).toEqual({ status: 'read', region: regions[name], notes: [] });
  });

  test('says what in it is synthetic', () => {
    const head = JSON.parse(readFileSync(join(committed, name, 'region.json'), 'utf8'));
    expect(head.provenance).toMatch(/synthetic/i);
    expect(head.provenance).toContain('data/README.md');
    expect(readme).toContain(`## ${name}`);
  });
});

const count = <T>(rows: readonly T[], is: (row: T) => boolean): number => rows.filter(is).length;

/** What a team can receive: its seats less those held in reserve, and what its supervisors bound. */
function openSeats({ teams }: Region): number {
  return teams.reduce(
    (sum, t) =>
      sum +
      Math.min(
        t.seats - (t.reserved_seats ?? 0),
        t.supervisors * (t.per_supervisor ?? Number.POSITIVE_INFINITY),
      ),
    0,
  );
}

function openSfiSeats({ sfi_groups }: Region): number {
  return sfi_groups.reduce((sum, g) => sum + g.seats - (g.reserved_seats ?? 0), 0);
}

describe('farsta-2004', () => {
  test('has the numbers of the project', () => {
    expect(small.participants).toHaveLength(93);
    expect(count(small.participants, (p) => p.gender === 'woman')).toBe(56);
    expect(small.units.map((u) => u.district).sort()).toEqual([
      ...Array(4).fill('Farsta'),
      ...Array(2).fill('Skärholmen'),
    ]);
    expect(small.sfi_groups).toHaveLength(8);
    expect(small.teams).toHaveLength(17);
  });

  test('has fewer seats than people', () => {
    expect(openSeats(small)).toBeGreaterThan(93 * 0.75);
    expect(openSeats(small)).toBeLessThan(93 * 0.9);
  });

  test('stands on places that are in the sources', () => {
    for (const unit of small.units) {
      const source = [...preschools, ...schools].find(({ name }) => name === unit.name);
      expect(source?.lat, unit.name).toBeCloseTo(unit.lat, 4);
      expect(source?.lon, unit.name).toBeCloseTo(unit.lon, 4);
      expect(readme).toContain(unit.name.replace('Förskolan ', ''));
    }
  });

  test('shows each kind of row', () => {
    expect(count(small.team_languages, (row) => row.pupils === '<5')).toBeGreaterThan(0);
    expect(count(small.decisions, (row) => row.decision === 'lock')).toBe(2);
    expect(count(small.decisions, (row) => row.decision === 'turned_down')).toBe(2);
    expect(count(small.participants, (row) => row.child_units.length > 0)).toBeGreaterThan(0);
    expect(count(small.participants, (row) => row.avoid_units.length > 0)).toBeGreaterThan(0);
    expect(count(small.participants, (row) => row.prefer_units.length > 0)).toBeGreaterThan(0);
    expect(count(small.participants, (row) => row.background_consent === false)).toBeGreaterThan(0);
    expect(small.extracts.length).toBeGreaterThan(0);
    expect(small.policy?.weights.background).toBeGreaterThan(0);
    expect(small.policy?.legal_basis).toBeDefined();
  });
});

describe('farsta-skarholmen', () => {
  test('has every preschool and school of both districts', () => {
    expect(count(large.units, (u) => u.form === 'preschool')).toBe(79);
    expect(count(large.units, (u) => u.form === 'compulsory')).toBe(24);
    expect(large.units.map((u) => u.name).sort()).toEqual(
      [...preschools, ...schools].map((row) => row.name).sort(),
    );
  });

  test('has about 160 teams, 30 SFI groups, 600 participants and seats for most of them', () => {
    expect(large.teams.length).toBeGreaterThanOrEqual(150);
    expect(large.teams.length).toBeLessThanOrEqual(170);
    expect(large.sfi_groups).toHaveLength(30);
    expect(large.participants).toHaveLength(600);
    expect(openSeats(large) / 600).toBeCloseTo(0.92, 1);
    expect(openSfiSeats(large) / 600).toBeCloseTo(0.97, 1);
  });

  test('labels every place whose coordinates are guessed, and only those', () => {
    const guessed = places.filter(({ approximate }) => approximate !== null);
    expect(guessed.map(({ name }) => name).sort()).toEqual(
      schools
        .filter(({ lat }) => lat === undefined)
        .map(({ name }) => name)
        .sort(),
    );
    for (const { id, name, approximate } of guessed) {
      expect(large.provenance).toContain(`${id} (${approximate})`);
      expect(readme).toContain(name);
    }
    for (const { provider, approximate } of Object.values(sfiPlaces)) {
      if (approximate) expect(readme).toContain(provider);
    }
  });
});

describe('both', () => {
  test.each([small, large])('$name: women are the larger part and are more often hindered', (region) => {
    const hindered = new Set(region.sessions.filter((s) => s.owner === 'participant').map((s) => s.id));
    const share = (gender: string): number => {
      const group = region.participants.filter((p) => p.gender === gender);
      return count(group, (p) => hindered.has(p.id)) / group.length;
    };
    expect(count(region.participants, (p) => p.gender === 'woman') / region.participants.length).toBeCloseTo(
      0.6,
      1,
    );
    expect(share('woman')).toBeGreaterThan(share('man'));
  });

  test.each([small, large])(
    '$name: nobody holds an SFI seat that is not of their course or not there',
    (region) => {
      for (const group of region.sfi_groups) {
        const members = region.participants.filter((p) => p.sfi_group === group.id);
        expect(members.length).toBeLessThanOrEqual(group.seats - (group.reserved_seats ?? 0));
        for (const { sfi_path, sfi_course } of members) {
          expect([sfi_path, sfi_course]).toEqual([group.path, group.course]);
        }
      }
    },
  );

  test.each([small, large])('$name: the policy keeps 1000 points to give', (region) => {
    const weights = Object.values(region.policy?.weights ?? {});
    expect(weights.reduce((a, b) => a + b, 0)).toBe(1000);
  });

  test('areas are the real ones, each centre within the districts', () => {
    expect(areas).toHaveLength(14);
    for (const { lat, lon } of areas) {
      expect(lat).toBeGreaterThan(59.2);
      expect(lat).toBeLessThan(59.31);
      expect(lon).toBeGreaterThan(17.84);
      expect(lon).toBeLessThan(18.15);
    }
  });
});
