import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegion, readRegionJson, readRegionPacked } from '../../src/files/read-region.ts';
import { renderInputProblems } from '../../src/files/render-input-problems.ts';
import { regionFileTexts, writeRegion } from '../../src/files/write-region.ts';
import { smallRegion } from './small-region.ts';

let root = '';
let next = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'region-'));
});
afterAll(() => rm(root, { recursive: true }));

/** A new folder with the small region, in which `files` replace its own; null removes one. */
async function folderWith(files: Readonly<Record<string, string | Uint8Array | null>>): Promise<string> {
  const folder = join(root, String(next++));
  await writeRegion(folder, smallRegion);
  for (const [name, content] of Object.entries(files))
    if (content === null) await rm(join(folder, name));
    else await writeFile(join(folder, name), content);
  return folder;
}

async function errorsWith(files: Readonly<Record<string, string | Uint8Array | null>>) {
  const reading = await readRegion(await folderWith(files));
  return reading.status === 'refused' ? reading.errors : [];
}

function fileText(name: string): string {
  const text = regionFileTexts(smallRegion).get(name);
  if (text === undefined) throw new Error(`no ${name}`);
  return text;
}

/** The cells of the small region's only participant, some of them replaced. */
function participants(cells: Readonly<Record<string, string>>, separator = ','): string {
  const [names, row] = fileText('participants.csv').split('\n');
  const header = names.split(',');
  const values = row.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
  const changed = header.map((name, i) => cells[name] ?? values[i]);
  return `${header.join(separator)}\n${changed.join(separator)}\n`;
}

const team = { names: fileText('teams.csv').split('\n')[0], row: fileText('teams.csv').split('\n')[1] };

describe('a folder', () => {
  it('reads back what was written', async () => {
    const reading = await readRegion(await folderWith({}));
    expect(reading).toEqual({ status: 'read', region: smallRegion, notes: [] });
  });

  it.each<[string, Record<string, string>]>([
    ['a byte order mark', { 'participants.csv': `\uFEFF${participants({})}` }],
    ['CRLF', { 'participants.csv': participants({}).replaceAll('\n', '\r\n') }],
    ['semicolons', { 'participants.csv': participants({}, ';') }],
    ['tabs', { 'participants.csv': participants({}, '\t') }],
    ['no last line break', { 'teams.csv': fileText('teams.csv').trimEnd() }],
    [
      'blank lines',
      {
        'teams.csv': `${team.names}\n\n${',,,,'}${','.repeat(team.names.split(',').length - 5)}\n${team.row}\n\n`,
      },
    ],
    [
      'empty columns at the end, as spreadsheets leave them',
      { 'teams.csv': `${team.names},,\n${team.row},,\n` },
    ],
    ['yes as ja', { 'participants.csv': participants({ background_consent: 'Ja' }) }],
    ['yes as 1', { 'participants.csv': participants({ background_consent: '1' }) }],
    ['columns in another order', { 'travel.csv': 'minutes,to,from\n12,u1,Farsta strand\n' }],
    [
      'optional columns left out',
      { 'decisions.csv': 'participant,team,decision,reason,decided_on\np1,t1,lock,agreed,2004-01-02\n' },
    ],
  ])('takes %s', async (_, files) => {
    expect(await readRegion(await folderWith(files))).toEqual({
      status: 'read',
      region: smallRegion,
      notes: [],
    });
  });

  it('takes quoted line breaks, decimal commas and loose times, and says so', async () => {
    const reading = await readRegion(
      await folderWith({
        'areas.csv': 'name;lat;lon\nFarsta strand;59,235;18,1\n',
        'sessions.csv': fileText('sessions.csv').replace('08:00', '8:00'),
        'decisions.csv': 'participant,team,decision,reason,decided_on\np1,t1,lock,"one\ntwo",2004-01-02\n',
      }),
    );
    if (reading.status === 'refused') throw new Error(renderInputProblems(reading.errors, 'en'));
    expect(reading.region.areas).toEqual(smallRegion.areas);
    expect(reading.region.sessions).toEqual(smallRegion.sessions);
    expect(reading.region.decisions[0].reason).toBe('one\ntwo');
    expect(reading.notes.map((note) => [note.file, note.row, note.column])).toEqual([
      ['sessions.csv', 2, 'start'],
      ['areas.csv', 2, 'lat'],
      ['areas.csv', 2, 'lon'],
    ]);
  });

  const utf16 = Buffer.from(`\uFEFF${fileText('units.csv')}`, 'utf16le');
  it.each<
    [string, Record<string, string | Uint8Array | null>, [string, number | null, string | null, RegExp]]
  >([
    ['an empty file', { 'units.csv': '' }, ['units.csv', null, null, /empty/]],
    ['a file of a BOM alone', { 'units.csv': '\uFEFF' }, ['units.csv', null, null, /empty/]],
    ['a missing file', { 'units.csv': null }, ['units.csv', null, null, /missing/]],
    ['a missing region.json', { 'region.json': null }, ['region.json', null, null, /missing/]],
    ['a broken region.json', { 'region.json': '{' }, ['region.json', null, null, /not valid JSON/]],
    ['UTF-16', { 'units.csv': utf16 }, ['units.csv', null, null, /UTF-16.*CSV UTF-8/]],
    ['UTF-16 without a mark', { 'units.csv': utf16.subarray(2) }, ['units.csv', null, null, /UTF-16/]],
    [
      'Latin-1',
      { 'units.csv': Buffer.from(`${fileText('units.csv')}å\n`, 'latin1') },
      ['units.csv', null, null, /Latin-1/],
    ],
    [
      'a cut UTF-8 letter at the end',
      { 'units.csv': Buffer.from(`${fileText('units.csv')}å`).subarray(0, -1) },
      ['units.csv', null, null, /Latin-1/],
    ],
    [
      'a spreadsheet file',
      { 'units.csv': Buffer.from('PK\u0003\u0004xxxx') },
      ['units.csv', null, null, /spreadsheet/],
    ],
    [
      'the header of another table',
      { 'teams.csv': fileText('units.csv') },
      ['teams.csv', 1, null, /header is that of units/],
    ],
    ['a header that is missing', { 'teams.csv': team.row }, ['teams.csv', 1, null, /header row is missing/]],
    [
      'an unknown column',
      {
        'decisions.csv':
          'participant,team,sfi_grupp,decision,reason,decided_on\np1,t1,,lock,agreed,2004-01-02\n',
      },
      ['decisions.csv', 1, 'sfi_grupp', /Was sfi_group meant/],
    ],
    ['a missing column', { 'travel.csv': 'from,to\nu1,s1\n' }, ['travel.csv', 1, 'minutes', /missing/]],
    [
      'a column twice',
      { 'travel.csv': 'from,to,minutes,to\nu1,s1,5,s1\n' },
      ['travel.csv', 1, 'to', /twice/],
    ],
    [
      'too few cells',
      { 'travel.csv': 'from,to,minutes\nu1,s1\n' },
      ['travel.csv', 2, null, /2 cells.*has 3/],
    ],
    [
      'too many cells',
      { 'travel.csv': 'from,to,minutes\n\nu1,s1,5,6\n' },
      ['travel.csv', 3, null, /4 cells.*has 3/],
    ],
    [
      'a quote never closed',
      { 'travel.csv': 'from,to,minutes\nu1,"s1,5\n' },
      ['travel.csv', 2, null, /never closed/],
    ],
    [
      'a file that is no table',
      { 'participant.csv': 'x' },
      ['participant.csv', null, null, /Was participants.csv meant/],
    ],
    [
      'an empty cell',
      { 'participants.csv': participants({ gender: '' }) },
      ['participants.csv', 2, 'gender', /empty; expected one of woman/],
    ],
    [
      'a word that is close',
      { 'participants.csv': participants({ gender: 'women' }) },
      ['participants.csv', 2, 'gender', /Was woman meant/],
    ],
    [
      'a short date',
      { 'participants.csv': participants({ arrived_on: '2003-6-1' }) },
      ['participants.csv', 2, 'arrived_on', /Was 2003-06-01 meant/],
    ],
    [
      'a slash date',
      { 'participants.csv': participants({ arrived_on: '1/3/2004' }) },
      ['participants.csv', 2, 'arrived_on', /day and which the month/],
    ],
    [
      "a spreadsheet's date",
      { 'participants.csv': participants({ arrived_on: '38047' }) },
      ['participants.csv', 2, 'arrived_on', /own number/],
    ],
    [
      'a day that does not exist',
      { 'participants.csv': participants({ arrived_on: '2003-02-30' }) },
      ['participants.csv', 2, 'arrived_on', /YYYY-MM-DD/],
    ],
    [
      'a date of another millennium',
      { 'participants.csv': participants({ arrived_on: '0203-06-01' }) },
      ['participants.csv', 2, 'arrived_on', /YYYY-MM-DD/],
    ],
    [
      'a wrong item of a list',
      { 'participants.csv': participants({ roles: 'childminder; libary' }) },
      ['participants.csv', 2, 'roles', /Was library meant/],
    ],
    [
      'negative seats',
      { 'teams.csv': fileText('teams.csv').replace(',2,1,1,', ',-2,,1,') },
      ['teams.csv', 2, 'seats', /from 0/],
    ],
    [
      'half a seat',
      { 'teams.csv': fileText('teams.csv').replace(',2,1,1,', ',"2,5",,1,') },
      ['teams.csv', 2, 'seats', /whole/],
    ],
    [
      'a truth that is none',
      { 'participants.csv': participants({ background_consent: 'kanske' }) },
      ['participants.csv', 2, 'background_consent', /true or false/],
    ],
    [
      'a policy with an unknown field',
      { 'region.json': JSON.stringify({ ...JSON.parse(fileText('region.json')), policy: { colour: 1 } }) },
      ['region.json', null, 'policy', /unknown field: colour/],
    ],
    [
      'a policy elsewhere',
      { 'region.json': JSON.stringify({ ...JSON.parse(fileText('region.json')), policy: '../policy.json' }) },
      ['region.json', null, 'policy', /inside/],
    ],
    [
      'a policy that is not there',
      { 'region.json': JSON.stringify({ ...JSON.parse(fileText('region.json')), policy: 'p.json' }) },
      ['region.json', null, 'policy', /no such file/],
    ],
    [
      'a period backwards',
      {
        'region.json': JSON.stringify({
          ...JSON.parse(fileText('region.json')),
          period: { from: '2005-01-01', to: '2004-01-01' },
        }),
      },
      ['region.json', null, 'period', /before/],
    ],
  ])('refuses %s', async (_, files, [file, row, column, message]) => {
    const errors = await errorsWith(files);
    expect(errors.map((e) => [e.file, e.row, e.column])).toEqual([[file, row, column]]);
    expect(errors[0].message.en).toMatch(message);
    expect(errors[0].message.sv).not.toBe(errors[0].message.en);
  });

  it.each(['=1+1', '+46', '@SUM(A1)', '-cmd', '\tx'])('refuses the formula cell %s', async (cell) => {
    for (const column of ['area', 'max_commute_min', 'roles']) {
      const errors = await errorsWith({ 'participants.csv': participants({ [column]: `"${cell}"` }) });
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatchObject({ row: 2, column, message: { en: expect.stringMatching(/formula/) } });
    }
  });

  it('shows what stood in the cell, at most 80 characters of it', async () => {
    const errors = await errorsWith({ 'participants.csv': participants({ gender: 'x'.repeat(100) }) });
    expect(errors[0].value).toBe(`${'x'.repeat(79)}…`);
  });

  it('reads a policy that stands in a file beside', async () => {
    const head = { ...JSON.parse(fileText('region.json')), policy: 'own/policy.json' };
    const folder = await folderWith({ 'region.json': JSON.stringify(head) });
    await mkdir(join(folder, 'own'));
    await writeFile(join(folder, 'own', 'policy.json'), '{"placement_points": 7}');
    const reading = await readRegion(folder);
    expect(reading.status === 'read' && reading.region.policy?.placement_points).toBe(7);
  });

  it('does not follow links out of the folder', async () => {
    const folder = await folderWith({ 'travel.csv': null });
    await writeFile(join(root, 'elsewhere.csv'), 'from,to,minutes\n');
    await symlink(join(root, 'elsewhere.csv'), join(folder, 'travel.csv'));
    const reading = await readRegion(folder);
    expect(reading.status === 'refused' && reading.errors.map((e) => e.file)).toEqual(['travel.csv']);
  });

  it('never shows a row with protected = ja, even where it has other errors', async () => {
    const cells = { id: 'hemlig', protected: 'ja', gender: 'fel', area: 'Gömd' };
    const errors = await errorsWith({ 'participants.csv': participants(cells) });
    expect(JSON.stringify(errors)).not.toMatch(/hemlig|fel"|Gömd/);
    expect(errors[0]).toMatchObject({ file: 'participants.csv', row: 2, column: null, value: null });
  });

  it('reports the errors of all files together', async () => {
    const errors = await errorsWith({
      'participants.csv': participants({ gender: 'x' }),
      'units.csv': '',
      'travel.csv': 'from,to,minutes\nFarsta strand,s1,-1\n',
    });
    expect(errors.map((e) => e.file)).toEqual(['participants.csv', 'units.csv', 'travel.csv']);
    expect(renderInputProblems(errors, 'sv').split('\n')).toEqual([
      'participants.csv, rad 2, kolumn gender: förväntat något av woman, man, other (lästes: x)',
      'units.csv: filen är tom; förväntat en rubrikrad och en rad per post',
      'travel.csv, rad 2, kolumn minutes: förväntat hela minuter, 0 till 1440 (lästes: -1)',
    ]);
  });

  it('says where there is nothing to read', async () => {
    for (const path of [join(root, 'nowhere'), join(root, 'elsewhere.csv')]) {
      const reading = await readRegion(path);
      expect(reading.status).toBe('refused');
    }
  });
});

describe('JSON', () => {
  it('reads a file and a value', async () => {
    const path = join(root, 'region.JSON');
    await writeFile(path, JSON.stringify(smallRegion));
    expect(await readRegion(path)).toEqual({ status: 'read', region: smallRegion, notes: [] });
    expect(readRegionJson(smallRegion)).toEqual({ status: 'read', region: smallRegion, notes: [] });
  });

  it.each<[string, unknown, string]>([
    ['no object', [], 'region: expected an object'],
    ['a table that is no list', { ...smallRegion, teams: {} }, 'teams: expected an array'],
    [
      'a table left out',
      { ...smallRegion, travel: [], sessions: undefined },
      'sessions: the table is missing',
    ],
    ['an item that is no object', { ...smallRegion, travel: [1] }, 'travel, item 1: expected an object'],
    ['an unknown field', { ...smallRegion, colour: 1 }, 'region: unknown field: colour'],
    [
      'an unknown column',
      { ...smallRegion, travel: [{ ...smallRegion.travel[0], minute: 1 }] },
      'travel, item 1, column minute: unknown column; remove it. Was minutes meant?',
    ],
  ])('refuses %s', (_, value, line) => {
    const reading = readRegionJson(value);
    expect(reading.status === 'refused' && renderInputProblems(reading.errors, 'en')).toContain(line);
  });
});

describe('a zip archive', () => {
  const files = Object.fromEntries(
    [...regionFileTexts(smallRegion)].map(([name, text]) => [name, strToU8(text)]),
  );
  const inFolder = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [`farsta/${name}`, bytes]),
  );
  const firstError = async (bytes: Uint8Array) => {
    const reading = await readRegionPacked(bytes);
    return reading.status === 'refused' ? renderInputProblems(reading.errors.slice(0, 1), 'en') : 'read';
  };

  it('reads files at the top and in one folder', async () => {
    for (const entries of [files, { ...inFolder, '__MACOSX/x': strToU8('x') }]) {
      const reading = await readRegionPacked(zipSync(entries));
      expect(reading).toEqual({ status: 'read', region: smallRegion, notes: [] });
    }
    const path = join(root, 'region.zip');
    await writeFile(path, zipSync(files));
    expect((await readRegion(path)).status).toBe('read');
  });

  it.each(['../evil.csv', '/etc/evil.csv', 'a/../../evil.csv', 'C:/evil.csv', 'a\\evil.csv'])(
    'refuses the name %s',
    async (name) => {
      expect(await firstError(zipSync({ ...files, [name]: strToU8('x') }))).toContain('leads out');
    },
  );

  it('refuses what is no archive', async () => {
    expect(await firstError(strToU8('hello'))).toContain('not a zip file');
    expect(await firstError(new Uint8Array())).toContain('not a zip file');
  });

  it('refuses a file twice', async () => {
    const twice = zipSync({ ...files, teams_csv: strToU8('x') });
    const text = Buffer.from(twice).toString('latin1').replaceAll('teams_csv', 'teams.csv');
    expect(await firstError(Buffer.from(text, 'latin1'))).toContain('twice');
  });

  it('refuses to unpack too much', async () => {
    const bomb = zipSync({ ...files, 'x.txt': strToU8('x') });
    const view = Buffer.from(bomb);
    const entry = view.lastIndexOf('x.txt') - 46;
    view.writeUInt32LE(0xf0000000, entry + 24);
    expect(await firstError(view)).toContain('at most 256 MiB');
  });

  it('does not unpack more than the list of files says', async () => {
    const big = zipSync({ ...files, 'travel.csv': strToU8(`from,to,minutes\n${'x'.repeat(5_000_000)}`) });
    const entry = Buffer.from(big).lastIndexOf('travel.csv') - 46;
    Buffer.from(big.buffer).writeUInt32LE(100, entry + 24);
    expect(await firstError(big)).toContain('travel.csv');
  });

  it('refuses more files than a region has', async () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}.txt`, strToU8('x')]));
    expect(await firstError(zipSync(many))).toContain('more than 1000 files');
  });
});
