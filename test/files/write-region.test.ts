import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { type Region, regionTables, tableNames } from '../../src/domain/region.ts';
import { columnTexts } from '../../src/domain/tables/columns.ts';
import { harmless, readCell } from '../../src/files/cells.ts';
import { columnsOf } from '../../src/files/columns.ts';
import { readRegion } from '../../src/files/read-region.ts';
import { regionFileTexts, writeRegion } from '../../src/files/write-region.ts';
import { smallRegion } from './small-region.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'region-'));
});
afterAll(() => rm(folder, { recursive: true }));

const risky = fc.constantFrom('', '=', '+', '-', '@', "'", "'=", '"', ',', ';', '<5');
const nameCell = regionTables.units.shape.name;
const reasonCell = regionTables.decisions.shape.reason;
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...' \t\n,;"\'=+-@åÅ'),
    fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
  ),
  maxLength: 30,
});
const name = fc
  .tuple(risky, text)
  .map(([sign, rest]) => sign + rest)
  .filter((value) => nameCell.safeParse(value).success);
const reason = fc
  .tuple(risky, text)
  .map(([sign, rest]) => sign + rest)
  .filter((value) => reasonCell.safeParse(value).success);
const degree = (most: number) =>
  fc.double({ min: -most, max: most, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const count = fc.integer({ min: 0, max: 1_000_000 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const someOf = <T>(...items: T[]) => fc.subarray(items);

/** The small region with free values in every column that nothing else refers to. */
const region: fc.Arbitrary<Region> = fc
  .record({
    name,
    unitName: name,
    teamName: name,
    principal: name,
    district: name,
    area: name,
    provider: name,
    reason,
  })
  .chain((texts) =>
    fc
      .record({
        lat: degree(90),
        lon: degree(180),
        seats: count,
        share: optional(fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs)),
      })
      .chain((numbers) =>
        fc
          .record({
            home: optional(fc.record({ lat: degree(90), lon: degree(180) })),
            roles: someOf('childminder' as const, 'library' as const, 'kitchen' as const),
            forms: someOf('preschool' as const, 'leisure' as const),
            competences: someOf('music', 'it', 'sewing'),
            pupils: fc.oneof(count, fc.constant('<5' as const)),
            hours: fc.double({ min: 0, max: 40, noNaN: true }).map(Math.abs),
            optionals: fc.boolean(),
          })
          .map((more) => regionOf(texts, numbers, more)),
      ),
  );

function regionOf(
  texts: Record<
    'name' | 'unitName' | 'teamName' | 'principal' | 'district' | 'area' | 'provider' | 'reason',
    string
  >,
  numbers: { lat: number; lon: number; seats: number; share: number | undefined },
  more: {
    home: { lat: number; lon: number } | undefined;
    roles: ('childminder' | 'library' | 'kitchen')[];
    forms: ('preschool' | 'leisure')[];
    competences: string[];
    pupils: number | '<5';
    hours: number;
    optionals: boolean;
  },
): Region {
  const [participant] = smallRegion.participants;
  const [team] = smallRegion.teams;
  const { lat, lon, seats, share } = numbers;
  return {
    ...smallRegion,
    name: texts.name,
    ...(more.optionals ? { policy: defaultPolicy, provenance: texts.reason } : {}),
    areas: [{ name: texts.area, lat, lon }],
    participants: [
      {
        ...participant,
        ...more.home,
        area: texts.area,
        roles: more.roles,
        school_forms: more.forms,
        competences: more.competences,
        min_team_hours: more.hours,
      },
    ],
    units: [
      {
        ...smallRegion.units[0],
        name: texts.unitName,
        principal: texts.principal,
        district: texts.district,
        lat,
        lon,
      },
    ],
    teams: [
      {
        ...team,
        name: texts.teamName,
        seats,
        reserved_seats: seats,
        min_hours: more.hours,
        ...(share === undefined ? {} : { women_share_min: share }),
      },
    ],
    team_languages: [
      { ...smallRegion.team_languages[0], pupils: more.pupils, pupils_last_year: more.pupils },
    ],
    sfi_groups: [{ ...smallRegion.sfi_groups[0], provider: texts.provider }],
    extracts: [{ ...smallRegion.extracts[0], principal: texts.principal }],
    decisions: [{ ...smallRegion.decisions[0], reason: texts.reason }],
    travel: more.optionals ? [{ from: 'u1', to: 's1', minutes: 5 }] : [],
    team_backgrounds: more.optionals ? smallRegion.team_backgrounds : [],
  };
}

describe('writeRegion', () => {
  it('writes what is read back identically', async () => {
    await fc.assert(
      fc.asyncProperty(region, async (written) => {
        await writeRegion(folder, written);
        expect(await readRegion(folder)).toEqual({ status: 'read', region: written, notes: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('leaves no cell that a spreadsheet would run', () => {
    const text = regionFileTexts({
      ...smallRegion,
      decisions: [{ ...smallRegion.decisions[0], reason: '=HYPERLINK(1)' }],
    });
    expect(text.get('decisions.csv')).toBe(
      "participant,team,sfi_group,decision,reason,decided_on,override\np1,t1,,lock,'=HYPERLINK(1),2004-01-02,\n",
    );
  });

  it('removes the file of an optional table that has no rows any more', async () => {
    await writeRegion(folder, smallRegion);
    await writeRegion(folder, { ...smallRegion, travel: [] });
    expect(await readdir(folder)).not.toContain('travel.csv');
  });

  it('makes any text harmless so that it reads back identically', () => {
    const [column] = columnsOf('units').filter((candidate) => candidate.name === 'name');
    fc.assert(
      fc.property(name, (value) => {
        expect(readCell(harmless(value), column)).toEqual({ status: 'value', value });
        expect(harmless(value)).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});

describe('columns', () => {
  it('are described in both languages, in the order in which they are written', () => {
    for (const table of tableNames) {
      expect(Object.keys(columnTexts[table]), table).toEqual(columnsOf(table).map((column) => column.name));
      for (const column of columnsOf(table)) expect(column.expected.sv).not.toBe('');
    }
  });
});
