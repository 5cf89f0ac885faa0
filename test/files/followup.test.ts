import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { readFollowup } from '../../src/files/followup/read-followup.ts';
import { writeFollowup } from '../../src/files/followup/write-followup.ts';
import { readRegion } from '../../src/files/read-region.ts';
import { writeRegion } from '../../src/files/write-region.ts';
import { smallRegion } from './small-region.ts';

const root = mkdtempSync(join(tmpdir(), 'followup-'));
afterAll(() => rmSync(root, { recursive: true }));
let folders = 0;

const header = 'participant,event,happened,on,reason,occupation,self_support,recorded_by,recorded_on';

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(root, String(folders++));
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function errorsOf(files: Readonly<Record<string, string>>) {
  const reading = await readFollowup(folderOf(files), smallRegion);
  return reading.status === 'refused' ? reading.errors.map(({ message: _, ...place }) => place) : [];
}

const outcome = (...cells: readonly string[]): string => cells.join(',');

describe('every error names its file, row and column', () => {
  test.each<[string, string, object]>([
    [
      'an unknown participant',
      outcome('p9', 'enrolled', '', '2004-01-12', '', '', '', 'officer', '2004-01-13'),
      { column: 'participant', value: 'p9' },
    ],
    [
      'an unknown event',
      outcome('p1', 'graduated', '', '', '', '', '', 'officer', '2004-01-13'),
      { column: 'event', value: 'graduated' },
    ],
    [
      'a status without support',
      outcome('p1', 'status', '', '2004-01-12', '', 'work', '', 'officer', '2004-01-13'),
      { column: 'self_support', value: null },
    ],
    [
      'a reason that is not on the list',
      outcome('p1', 'left_early', '', '', 'bored', '', '', 'officer', '2004-01-13'),
      { column: 'reason', value: 'bored' },
    ],
    [
      'a reason for completing',
      outcome('p1', 'completed', '', '', 'illness', '', '', 'officer', '2004-01-13'),
      { column: 'reason', value: 'illness' },
    ],
    [
      'a day that lies after its report',
      outcome('p1', 'enrolled', '', '2004-02-12', '', '', '', 'officer', '2004-01-13'),
      { column: 'on', value: '2004-02-12' },
    ],
    [
      'a day of no form',
      outcome('p1', 'enrolled', '', '12/1', '', '', '', 'officer', '2004-01-13'),
      { column: 'on', value: '12/1' },
    ],
    [
      'nobody who reported',
      outcome('p1', 'enrolled', '', '', '', '', '', '', '2004-01-13'),
      { column: 'recorded_by', value: null },
    ],
  ])('%s', async (_what, row, expected) => {
    expect(await errorsOf({ 'outcomes.csv': `${header}\n${row}\n` })).toEqual([
      { file: 'outcomes.csv', row: 2, ...expected },
    ]);
  });

  test('a personal identity number is refused and not shown', async () => {
    const row = outcome('p1', 'enrolled', '', '', '', '', '', '19800101-1234', '2004-01-13');
    expect(await errorsOf({ 'outcomes.csv': `${header}\n${row}\n` })).toEqual([
      { file: 'outcomes.csv', row: 2, column: 'recorded_by', value: null },
    ]);
  });

  test('two reports of one day that contradict each other', async () => {
    const rows = [
      outcome('p1', 'completed', '', '2004-05-01', '', '', '', 'officer', '2004-06-13'),
      outcome('p1', 'left_early', '', '2004-05-01', 'illness', '', '', 'officer', '2004-06-13'),
    ];
    expect(await errorsOf({ 'outcomes.csv': [header, ...rows, ''].join('\n') })).toEqual([
      { file: 'outcomes.csv', row: 3, column: 'recorded_on', value: '2004-06-13' },
    ]);
  });

  test('all files are reported together, and a missing one', async () => {
    const errors = await errorsOf({
      'commitments.csv': 'partner,period,kind,promised,delivered\nskolan,y1,seats,-1,\n',
      'followup.json': '{',
    });
    expect(errors.map(({ file, row }) => [file, row])).toEqual([
      ['outcomes.csv', null],
      ['commitments.csv', 2],
      ['followup.json', null],
    ]);
  });
});

test('an empty cell is unknown, never zero', async () => {
  const text =
    'participant,event,on,weeks,work_hours,swedish_hours,recorded_by,recorded_on\np1,attended,2004-01-12,4,,0,x,2004-03-01\n';
  const reading = await readFollowup(folderOf({ 'outcomes.csv': text }), smallRegion);
  expect(reading).toMatchObject({ status: 'read', files: { outcomes: [{ weeks: 4, swedish_hours: 0 }] } });
  expect(reading.status === 'read' && 'work_hours' in reading.files.outcomes[0]).toBe(false);
});

describe('beside a region', () => {
  const content = {
    outcomes: [
      {
        participant: 'p1',
        event: 'enrolled' as const,
        on: '2004-01-12',
        recorded_by: 'officer',
        recorded_on: '2004-01-13',
      },
    ],
    commitments: [{ partner: 'skolan', period: 'y1', kind: 'seats' as const, promised: 3 }],
    settings: { format: 'resursutbyte/followup@1' },
  };

  test('the files do not disturb the region, and are read as they were written', async () => {
    const folder = join(root, 'beside');
    await writeRegion(folder, smallRegion);
    await writeFollowup(folder, content);
    expect(await readRegion(folder)).toMatchObject({ status: 'read', region: smallRegion });
    const reading = await readFollowup(folder, smallRegion);
    expect(reading).toMatchObject({ status: 'read', files: content });
  });

  test('they are read from a zip too, and a workbook says where they should be', async () => {
    const zip = join(root, 'region.zip');
    const text = `${header}\n${outcome('p1', 'enrolled', '', '', '', '', '', 'officer', '2004-01-13')}\n`;
    writeFileSync(zip, zipSync({ 'region.json': Buffer.from('{}'), 'outcomes.csv': Buffer.from(text) }));
    expect(await readFollowup(zip, smallRegion)).toMatchObject({ status: 'read' });
    const other = join(root, 'region.json');
    writeFileSync(other, '{}');
    const refused = await readFollowup(other, smallRegion);
    expect(refused.status === 'refused' && refused.errors[0].message.en).toContain('--followup');
  });
});
