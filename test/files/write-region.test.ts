import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableNames } from '../../src/domain/region.ts';
import { columnTexts } from '../../src/domain/tables/columns.ts';
import { harmless, readCell } from '../../src/files/cells.ts';
import { columnsOf } from '../../src/files/columns.ts';
import { readRegion, readRegionPacked } from '../../src/files/read-region.ts';
import { regionFileTexts, regionZip, writeRegion } from '../../src/files/write-region.ts';
import { anyName, anyRegion } from './any-region.ts';
import { smallRegion } from './small-region.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'region-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('writeRegion', () => {
  it('writes what is read back identically', async () => {
    await fc.assert(
      fc.asyncProperty(anyRegion, async (written) => {
        await writeRegion(folder, written);
        expect(await readRegion(folder)).toEqual({ status: 'read', region: written, notes: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('packs what is read back identically, in the same bytes every time', async () => {
    await fc.assert(
      fc.asyncProperty(anyRegion, async (written) => {
        const bytes = regionZip(written);
        expect(await readRegionPacked(bytes)).toEqual({ status: 'read', region: written, notes: [] });
        expect(regionZip(structuredClone(written))).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves no cell that a spreadsheet would run', () => {
    const text = regionFileTexts({
      ...smallRegion,
      decisions: [{ ...smallRegion.decisions[0], reason: '=HYPERLINK(1);=A1\n-1' }],
    });
    expect(text.get('decisions.csv')).toBe(
      "participant,team,sfi_group,decision,reason,decided_on,override\np1,t1,,lock,\"'=HYPERLINK(1);'=A1\n'-1\",2004-01-02,\n",
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
      fc.property(anyName, (value) => {
        expect(readCell(harmless(value), column)).toEqual({ status: 'value', value });
        expect(harmless(value)).not.toMatch(/(?:^|[;,"\t\n])[=+\-@＝＋－＠]/);
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
