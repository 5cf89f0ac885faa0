/** A workbook that is broken in a usual way is refused with one thing said; what only looks broken is read. */
import { expect, test } from 'vitest';
import { readRegionPacked } from '../../src/files/read-region.ts';
import { brokenWorkbooks, marked, merged, named, rowed } from './broken-workbooks.ts';
import { smallRegion } from './small-region.ts';

test.each(brokenWorkbooks)('where $how, that alone is told, by sheet and cell', async (broken) => {
  const { file, row, column, says } = broken;
  const reading = await readRegionPacked(await broken.bytes());
  const message = { sv: expect.stringContaining(says.sv), en: expect.stringContaining(says.en) };
  expect(reading).toEqual({
    status: 'refused',
    errors: [{ file, row, column, value: column === null ? null : expect.any(String), message }],
  });
});

test.each([
  ['a sheet is named in capitals, with spaces around', () => named('teams', ' TEAMS ')],
  ['columns stand in another order', () => rowed('units', (rows) => rows.map((row) => [...row].reverse()))],
  [
    'the header is in capitals',
    () =>
      rowed('units', ([header = [], ...rows]) => [header.map((name) => String(name).toUpperCase()), ...rows]),
  ],
  ['rows are hidden', () => marked('units', (xml) => xml.replace('<row r="2"', '<row r="2" hidden="1"'))],
  [
    'empty rows follow, some with spaces',
    () =>
      rowed('units', (rows) => [
        ...rows,
        [null, ''],
        [' ', ' '],
        ...Array.from({ length: 200 }, () => [null]),
      ]),
  ],
  ['cells are merged beside the table', () => marked('units', merged('J5:K9'))],
])('where %s, it is the same region', async (_, bytes) => {
  const reading = await readRegionPacked(await bytes());
  expect(reading).toEqual({ status: 'read', region: smallRegion, notes: [] });
});

test('a decimal comma in a number that is text is read, and that is said', async () => {
  const bytes = await rowed('units', ([header = [], ...rows]) => [
    header,
    ...rows.map((row) => row.map((cell) => (cell === 59.24 ? '59,24' : cell))),
  ]);
  const reading = await readRegionPacked(bytes);
  expect(reading).toMatchObject({ status: 'read', region: { units: [{ lat: 59.24 }] } });
  expect('notes' in reading && reading.notes).toMatchObject([{ file: 'xlsx: units', row: 2, column: 'lat' }]);
});
