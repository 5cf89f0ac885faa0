import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { tableNames } from '../../src/domain/region.ts';
import { columnTexts } from '../../src/domain/tables/columns.ts';
import { readRegion, readRegionPacked } from '../../src/files/read-region.ts';
import { renderInputProblems } from '../../src/files/render-input-problems.ts';
import { templateWorkbook } from '../../src/files/workbook/template.ts';
import { regionWorkbook } from '../../src/files/workbook/write-workbook.ts';
import { anyRegion } from './any-region.ts';
import { smallRegion } from './small-region.ts';

const workbook = (name: string) => join(import.meta.dirname, 'workbooks', name);

async function written(region = smallRegion): Promise<Uint8Array> {
  const writing = await regionWorkbook(region);
  if (writing.status !== 'written') throw new Error(writing.message.en);
  return writing.bytes;
}

/** The lines of what is wrong with a workbook, in English. */
async function errorsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const reading = await readRegionPacked(bytes);
  return reading.status === 'refused' ? renderInputProblems(reading.errors, 'en').split('\n') : [];
}

/** The small region's workbook with some sheets changed; null takes one out. */
async function spoiled(change: (sheet: WriteSheet) => WriteSheet | null): Promise<Uint8Array> {
  const { sheets } = await readXlsx(await written());
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => change({ name, rows })).filter((sheet) => sheet !== null),
  });
}

/** The small region's workbook with the text of one part changed. */
async function withPart(name: string, change: (text: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await written());
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name]))) });
}

describe('a workbook', () => {
  it('is read back as the region that was written, whatever its texts and numbers', async () => {
    await fc.assert(
      fc.asyncProperty(anyRegion, async (region) => {
        expect(await readRegionPacked(await written(region))).toEqual({ status: 'read', region, notes: [] });
      }),
      { numRuns: 40 },
    );
  });

  it('keeps every field of the policy, also a rule that is switched off', async () => {
    const policy = {
      ...defaultPolicy,
      weights: { ...defaultPolicy.weights, background: 5 },
      legal_basis: '["ett", "exempel", "på en text"]',
      equity: { ...defaultPolicy.equity, placement_tolerance: null },
    };
    for (const provenance of ['null', '']) {
      const region = { ...smallRegion, name: '2004', provenance, policy };
      expect(await readRegionPacked(await written(region))).toEqual({ status: 'read', region, notes: [] });
    }
  });

  it('has numbers for numbers, texts for all else, and no formula', async () => {
    const reason = '=HYPERLINK("http://example.org")';
    const [decision] = smallRegion.decisions;
    const bytes = await written({ ...smallRegion, decisions: [{ ...decision, reason }] });
    const { sheets } = await readXlsx(bytes);
    const rowOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows[1];
    expect(rowOf('decisions')).toContain(reason);
    expect(rowOf('units')).toEqual(['u1', 'Skolan', 'compulsory', 'Staden', 'Farsta', 59.24, 18.09]);
    for (const [name, part] of Object.entries(unzipSync(bytes)))
      if (name.startsWith('xl/worksheets/')) expect(strFromU8(part)).not.toContain('<f>');
  });

  it('is refused as output where a sheet has no room', async () => {
    const provenance = 'x'.repeat(40_000);
    expect(await regionWorkbook({ ...smallRegion, provenance })).toMatchObject({ status: 'too_large' });
  });
});

describe('a workbook that another program wrote', () => {
  it.each(['typed.xlsx', 'computed-1904.xlsx'])('%s is read as the same region', async (name) => {
    expect(await readRegion(workbook(name))).toEqual({ status: 'read', region: smallRegion, notes: [] });
  });

  it('may have numbers where texts belong, and it is said that zeros may be gone', async () => {
    const reading = await readRegion(workbook('numbers.xlsx'));
    if (reading.status !== 'read') throw new Error(renderInputProblems(reading.errors, 'en'));
    expect(reading.region.units[0].id).toBe('101');
    expect(reading.region.participants[0]).toMatchObject({ prefer_units: ['101'], background_consent: true });
    expect(reading.region.sessions[0]).toMatchObject({ start: '08:00', end: '12:00' });
    expect(renderInputProblems(reading.notes, 'sv')).toContain(
      'xlsx: units, rad 2, kolumn id: ett tal lästes som text',
    );
  });

  it('has all its errors told at once, by sheet, row and column', async () => {
    const lines = await errorsOf(await readFile(workbook('ten-errors.xlsx')));
    expect(lines.map((line) => line.replace(/^xlsx: (.*?): .* \(read: (.*)\)$/, '$1 = $2'))).toEqual([
      'participants, row 2, column gender = womn',
      'participants, row 2, column permit_date = 37865',
      'participants, row 2, column competences = true',
      'teams, row 2, column seats = two',
      'teams, row 2, column starts_on = 2004-01-12 08:30',
      'sfi_groups, row 2, column provider = 2004-01-12',
      'sessions, row 3, column start = 13.3',
      'areas, row 2, column lat = =59+0.24',
      'travel, row 2, column minutes = 1.5',
      'decisions, row 2, column reason = #N/A',
    ]);
    expect(lines[0]).toContain('expected one of woman, man, other');
  });
});

describe('a workbook with something wrong', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is told from a folder by what is in it, not by its name', async () => {
    const path = join(folder, 'region.zip');
    await writeFile(path, await written());
    expect((await readRegion(path)).status).toBe('read');
    await writeFile(join(folder, 'plain.xlsx'), 'id;name');
    expect(await readRegion(join(folder, 'plain.xlsx'))).toMatchObject({ status: 'refused' });
  });

  it('is refused where it is cut off, damaged or of the old kind', async () => {
    const bytes = await written();
    expect(await errorsOf(bytes.subarray(0, bytes.length / 2))).toEqual([
      expect.stringContaining('xlsx: this is not an Excel workbook'),
    ]);
    for (const part of [
      'xl/workbook.xml',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
      'xl/worksheets/sheet8.xml',
    ])
      for (const end of ['</', '<'])
        expect(
          await errorsOf(
            await withPart(part, (text) => text.slice(0, text.lastIndexOf(end, text.length - 100))),
          ),
        ).toEqual([expect.stringContaining('not an Excel workbook')]);
    for (const part of ['xl/workbook.xml', '[Content_Types].xml'])
      expect(await errorsOf(await withPart(part, () => '<'))).toEqual([
        expect.stringContaining('not an Excel workbook'),
      ]);
    expect(await errorsOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toEqual([
      expect.stringContaining('older format'),
    ]);
  });

  it('names a sheet that cannot be read, and the errors of the others', async () => {
    const far = await withPart('xl/worksheets/sheet4.xml', (text) =>
      text.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    );
    expect(await errorsOf(far)).toEqual([expect.stringContaining('xlsx: units: the sheet cannot be read')]);
  });

  it('does not unpack to more than was listed, nor list too much', async () => {
    const spaces = ' '.repeat(3_000_000);
    const big = Buffer.from(await withPart('xl/worksheets/sheet4.xml', (text) => text + spaces));
    const listed = big.lastIndexOf('xl/worksheets/sheet4.xml') - 46;
    big.writeUInt32LE(1000, listed + 24);
    expect((await readRegionPacked(big)).status).toBe('refused');
    big.writeUInt32LE(0xf0000000, listed + 24);
    expect(await errorsOf(big)).toEqual([expect.stringContaining('at most 256 MiB')]);
  });

  it('resolves no entity, so that neither files nor memory can be had by one', async () => {
    const declared = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>';
    const reading = await readRegionPacked(
      await withPart('xl/sharedStrings.xml', (text) =>
        text.replace('?>', `?>${declared}`).replace('>agreed<', '>&a;&b;<'),
      ),
    );
    expect(reading.status === 'read' && reading.region.decisions[0].reason).toBe('&a;&b;');
  });

  it('is read or refused, and nothing else happens, whatever its parts are made to say', async () => {
    const parts = unzipSync(await readFile(workbook('typed.xlsx')));
    const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name));
    const edit = fc.record({
      name: fc.constantFrom(...names),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.integer({ min: 0, max: 40 }),
      put: fc.oneof(
        fc.constantFrom('', '<', '>', '"', '&#x110000;', '<c r="A0"/>', '<c r="ZZZZ9"><v>1</v></c>', '1e999'),
        fc.string({ maxLength: 8 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const changed = { ...parts };
        for (const { name, at, cut, put } of edits) {
          const text = strFromU8(changed[name]);
          const from = Math.floor(at * text.length);
          changed[name] = strToU8(text.slice(0, from) + put + text.slice(from + cut));
        }
        expect((await readRegionPacked(zipSync(changed))).status).toMatch(/^(?:read|refused)$/);
      }),
      { numRuns: 150 },
    );
  });

  it('says which sheets are missing, unknown or there twice', async () => {
    const bytes = await spoiled((sheet) => {
      if (sheet.name === 'units') return { ...sheet, name: 'unitz' };
      if (sheet.name === 'areas') return { ...sheet, name: 'Lag' };
      if (sheet.name === 'travel') return { ...sheet, name: 'deltagare' };
      return sheet.name === 'region' ? null : sheet;
    });
    const lines = await errorsOf(bytes);
    expect(lines).toContain(
      'xlsx: unitz: the sheet is no part of a region; remove it or correct its name. Was units meant?',
    );
    expect(lines).toContain('xlsx: Lag: the sheet is no part of a region; remove it or correct its name');
    expect(lines).toContain('xlsx: deltagare: there are two sheets for the same thing; keep one of them');
    expect(lines).toContain('xlsx: units: the table is missing');
    expect(lines.some((line) => line.startsWith('xlsx: region: the sheet is missing'))).toBe(true);
  });

  it('has the header and rows of each sheet judged as those of a file are', async () => {
    const bytes = await spoiled((sheet) => {
      const [header = [], ...rows] = sheet.rows ?? [];
      if (sheet.name === 'teams')
        return { ...sheet, rows: [header.map((name) => (name === 'seats' ? 'seatz' : name)), ...rows] };
      if (sheet.name === 'areas')
        return { ...sheet, rows: [header, ...rows.map((row) => [...row, 'beside'])] };
      if (sheet.name === 'travel') return { ...sheet, rows: [] };
      return sheet;
    });
    const lines = await errorsOf(bytes);
    expect(lines).toContain('xlsx: teams, row 1, column seatz: unknown column; remove it. Was seats meant?');
    expect(
      lines.some((line) => /^xlsx: areas, row 2: the row has 4 cells but the header has 3/.test(line)),
    ).toBe(true);
    expect(lines.some((line) => line.startsWith('xlsx: travel: the sheet is empty'))).toBe(true);
  });

  it.each<[string, (rows: unknown[][]) => unknown[][], string]>([
    ['without its header', ([, ...rows]) => rows, 'xlsx: region, row 1: the first row is to be field, value'],
    ['with a field twice', (rows) => [...rows, ['name', 'Farsta']], 'row 6, column name: row 3 already has'],
    [
      'with a field inside another',
      (rows) => [...rows, ['name.first', 'F']],
      'row 3 already has the same field',
    ],
    ['with an unknown field', (rows) => [...rows, ['nmae', 'x']], 'unknown field: nmae'],
    ['with a value alone', (rows) => [...rows, ['', 'x']], 'row 6: the row has a value but no field'],
    [
      'with a policy that is none',
      (rows) => [...rows, ['policy.keep_points', 'many']],
      'row 6, column policy.keep_points',
    ],
    ['with __proto__', (rows) => [...rows, ['__proto__.name', 'x']], 'unknown field'],
  ])('refuses the region sheet %s', async (_, change, line) => {
    const bytes = await spoiled((sheet) =>
      sheet.name === 'region' ? { ...sheet, rows: cells(change(cells(sheet.rows ?? []))) } : sheet,
    );
    expect((await errorsOf(bytes)).join('\n')).toContain(line);
  });

  it('never shows a protected person, however the cell says so', async () => {
    for (const yes of ['ja', true, 1, new Date(0)]) {
      const bytes = await spoiled((sheet) => {
        const [header = [], ...rows] = sheet.rows ?? [];
        const at = header.indexOf('protected');
        return at < 0 ? sheet : { ...sheet, rows: [header, ...rows.map((row) => row.with(at, yes))] };
      });
      const text = (await errorsOf(bytes)).join('\n');
      expect(text).toContain('xlsx: participants, row 2: the row is about a person whose data is protected');
      expect(text).not.toContain('p1');
    }
  });
});

/** Rows as the writer takes them. */
function cells(rows: readonly (readonly unknown[])[]): (string | number | boolean | null)[][] {
  return rows.map((row) =>
    row.map((cell) =>
      typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null,
    ),
  );
}

describe('the template', () => {
  it('has every column of every table, each explained in both languages', async () => {
    const { sheets } = await readXlsx(await templateWorkbook());
    for (const table of tableNames) {
      const sheet = sheets.find(({ name }) => name === table);
      expect(sheet?.rows[0], table).toEqual(Object.keys(columnTexts[table]));
      Object.values(columnTexts[table]).forEach(({ sv, en }, i) => {
        const comment = sheet?.cells?.get(`0,${i}`)?.comment?.text;
        expect(comment).toContain(sv);
        expect(comment).toContain(en);
      });
    }
    const lists = sheets.find(({ name }) => name === 'participants')?.dataValidations;
    expect(lists?.map(({ values }) => values)).toContainEqual(['woman', 'man', 'other']);
  });

  it('lacks nothing but what is to be filled in', async () => {
    expect(await errorsOf(await templateWorkbook())).toEqual([
      expect.stringMatching(/^xlsx: region, row 3, column name/),
      expect.stringMatching(/^xlsx: region, row 4, column period.from/),
      expect.stringMatching(/^xlsx: region, row 5, column period.to/),
    ]);
  });

  it('is the region once it is filled in', async () => {
    const { sheets } = await readXlsx(await templateWorkbook());
    const filled = (await readXlsx(await written())).sheets;
    const bytes = await writeXlsx({
      sheets: sheets.map(({ name, rows }) => {
        const own = filled.find((sheet) => sheet.name === name);
        return { name, rows: own ? [rows[0].slice(0, own.rows[0].length), ...own.rows.slice(1)] : rows };
      }),
    });
    expect(await readRegionPacked(bytes)).toEqual({ status: 'read', region: smallRegion, notes: [] });
  });
});
