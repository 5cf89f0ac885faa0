import { gunzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { problemDocument } from '../../../src/api/problem-document.ts';
import { defaultPolicy } from '../../../src/domain/policy.ts';
import { readRegionPacked } from '../../../src/files/read-region.ts';
import { regionWorkbook } from '../../../src/files/workbook/write-workbook.ts';
import { regionFileTexts } from '../../../src/files/write-region.ts';
import { shredPersonKey } from '../../../src/store/person-keys.ts';
import { findUpload, uploadLifeMs } from '../../../src/store/uploads/uploads.ts';
import { createVault } from '../../../src/store/vault.ts';
import { brokenWorkbooks } from '../../files/broken-workbooks.ts';
import { smallRegion } from '../../files/small-region.ts';
import { openTestService, type SignedIn } from '../test-service.ts';
import { regionClient } from './region-client.ts';

const service = await openTestService();
const { store } = service;
const { get, post, send, preview, confirm, importRegion } = regionClient(service);
const [participant] = smallRegion.participants;

let officer: SignedIn;
let other: SignedIn;
beforeAll(async () => {
  officer = await service.signIn({ role: 'officer' });
  other = await service.signIn({ role: 'officer' });
});

async function rowsOf(table: 'uploads' | 'regions' | 'region_versions' | 'person_keys'): Promise<number> {
  const { count } = await store.db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

describe('a preview', () => {
  test('tells every error by its cell, and keeps nothing', async () => {
    const texts = new Map(regionFileTexts(smallRegion));
    texts.set(
      'participants.csv',
      (texts.get('participants.csv') ?? '').replace('2003-09-01', 'yesterday').replace(',2,C,', ',7,C,'),
    );
    texts.set('teams.csv', (texts.get('teams.csv') ?? '').replace('t1,u1', 't1,u9'));
    const files = Object.fromEntries([...texts].map(([name, text]) => [name, Buffer.from(text)]));
    const answer = await send(officer, 'broken', zipSync(files));
    expect(answer.statusCode).toBe(422);
    const { faults } = problemDocument.parse(answer.json());
    expect(faults.map(({ file, row, column }) => [file, row, column])).toEqual(
      expect.arrayContaining([
        ['participants.csv', 2, 'permit_date'],
        ['participants.csv', 2, 'sfi_path'],
        ['teams.csv', 2, 'unit'],
      ]),
    );
    expect(await rowsOf('uploads')).toBe(0);
    expect(await rowsOf('regions')).toBe(0);
  });

  test('of a workbook names sheet, row and column', async () => {
    const workbook = await regionWorkbook({
      ...smallRegion,
      teams: [{ ...smallRegion.teams[0], unit: 'u9' }],
    });
    if (workbook.status !== 'written') throw new Error(workbook.message.en);
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const { faults } = problemDocument.parse((await send(officer, 'broken', workbook.bytes, type)).json());
    expect(faults).toEqual([expect.objectContaining({ file: 'xlsx: teams', row: 2, column: 'unit' })]);
  });

  test.each(brokenWorkbooks)('of a workbook where $how says that, and keeps nothing', async (broken) => {
    const { file, row, column, says } = broken;
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const answer = await send(officer, 'broken', await broken.bytes(), type);
    expect(answer.statusCode).toBe(422);
    const told = problemDocument.parse(answer.json());
    expect(told.faults).toEqual([expect.objectContaining({ file, row, column })]);
    expect(told.faults[0]?.message.sv).toContain(says.sv);
    expect([await rowsOf('uploads'), await rowsOf('regions'), await rowsOf('person_keys')]).toEqual([
      0, 0, 0,
    ]);
  });

  test('of a first import has every row as new, and changes nothing until it is confirmed', async () => {
    const first = await preview(officer, 'first', smallRegion);
    expect(first).toMatchObject({ follows: 0, name: 'Farsta', rows: { participants: 1, sessions: 3 } });
    expect(
      first.difference.tables.map(({ table, counts }) => [table, counts.before, counts.added]),
    ).toContainEqual(['participants', 0, 1]);
    expect(await rowsOf('regions')).toBe(0);
    expect((await confirm(officer, 'first', first, 'from the office')).json()).toMatchObject({ number: 1 });
    const [version] = (await get(officer, '/first/versions')).json();
    expect(version).toMatchObject({
      number: 1,
      note: 'from the office',
      importedBy: expect.stringMatching(/^User/),
      counts: { participants: 1, erased: 0, units: 1, teams: 1, sfiGroups: 1 },
    });
    expect((await get(officer, '/first/policies/current')).json()).toMatchObject({
      number: 1,
      policy: defaultPolicy,
    });
  });

  test('of a later import shows what changes against the newest version', async () => {
    await importRegion(officer, 'later', smallRegion);
    const moved = {
      ...smallRegion,
      participants: [{ ...participant, area: 'Farsta strand', max_commute_min: 30 }],
    };
    const second = await preview(officer, 'later', moved);
    expect(second.follows).toBe(1);
    expect(second.difference.tables).toEqual([
      expect.objectContaining({
        table: 'participants',
        changed: [{ key: { id: 'p1' }, columns: [{ column: 'max_commute_min', from: 45, to: 30 }] }],
      }),
    ]);
  });

  test('counts every row, but shows a few', async () => {
    const many = Array.from({ length: 45 }, (_, i) => ({ name: `Area ${i}`, lat: 59, lon: 18 }));
    const { difference } = await preview(officer, 'many', {
      ...smallRegion,
      areas: [...smallRegion.areas, ...many],
    });
    const areas = difference.tables.find(({ table }) => table === 'areas');
    expect(areas?.counts.added).toBe(46);
    expect(areas?.added).toHaveLength(20);
  });

  test('is the same region as JSON', async () => {
    const answer = await post(officer, '/json/uploads', smallRegion);
    expect(answer.json()).toMatchObject({ follows: 0, rows: { participants: 1 } });
    expect((await post(officer, '/json/uploads', { ...smallRegion, teams: 7 })).statusCode).toBe(422);
  });
});

describe('a confirmation', () => {
  test('of two officers at once gets one a version and the other a conflict', async () => {
    await importRegion(officer, 'race', smallRegion);
    const previews = await Promise.all([
      preview(officer, 'race', { ...smallRegion, name: 'One' }),
      preview(other, 'race', { ...smallRegion, name: 'Two' }),
    ]);
    const answers = await Promise.all([
      confirm(officer, 'race', previews[0]),
      confirm(other, 'race', previews[1]),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const refused = answers.find(({ statusCode }) => statusCode === 409);
    expect(refused?.json()).toMatchObject({ code: 'changed_meanwhile' });
    const winner = answers[0].statusCode === 200 ? 'One' : 'Two';
    expect((await get(officer, '/race/versions')).json()).toHaveLength(2);
    expect((await get(officer, '')).json()).toContainEqual(
      expect.objectContaining({ id: 'race', name: winner, version: 2 }),
    );
  });

  test('must expect the version that the preview was compared with', async () => {
    await importRegion(officer, 'stale', smallRegion);
    const seen = await preview(officer, 'stale', { ...smallRegion, name: 'Seen' });
    expect((await confirm(officer, 'stale', { ...seen, follows: 0 })).statusCode).toBe(409);
    expect((await confirm(officer, 'stale', seen)).statusCode).toBe(200);
    expect((await confirm(officer, 'stale', seen)).statusCode).toBe(404);
  });

  test('cannot claim to follow a version that the preview never saw', async () => {
    await importRegion(officer, 'claimed', smallRegion);
    const old = await preview(officer, 'claimed', { ...smallRegion, name: 'Old' });
    await importRegion(other, 'claimed', { ...smallRegion, name: 'New' });
    expect((await confirm(officer, 'claimed', { ...old, follows: 2 })).json()).toMatchObject({
      code: 'changed_meanwhile',
    });
  });

  test("is of one's own latest upload, within the hour", async () => {
    const mine = await preview(officer, 'mine', smallRegion);
    expect((await confirm(other, 'mine', mine)).statusCode).toBe(404);
    const again = await preview(officer, 'mine', smallRegion);
    expect((await confirm(officer, 'mine', mine)).statusCode).toBe(404);
    expect((await confirm(officer, 'elsewhere', again)).statusCode).toBe(404);
    service.wait(uploadLifeMs);
    expect((await confirm(await service.signIn({ role: 'officer' }), 'mine', again)).statusCode).toBe(404);
    officer = await service.signIn({ role: 'officer' });
    await preview(officer, 'mine', smallRegion);
    expect(await rowsOf('uploads')).toBe(1);
  });

  test('takes in nobody who has been erased', async () => {
    await importRegion(officer, 'erasing', smallRegion);
    await shredPersonKey(store.db, 'erasing', participant.id, service.now());
    const answer = await send(
      officer,
      'erasing',
      Buffer.from(JSON.stringify(smallRegion)),
      'application/json',
    );
    expect(answer.statusCode).toBe(422);
    expect(problemDocument.parse(answer.json()).faults).toEqual([
      expect.objectContaining({ file: 'participants', column: 'id', value: participant.id }),
    ]);
    const [version] = (await get(officer, '/erasing/versions')).json();
    expect(version.counts).toMatchObject({ participants: 1, erased: 1 });
  });

  test('leaves an entry in the log', async () => {
    const { rows } = await sql<{ action: string; detail: unknown }>`
      select action, detail from audit_log where region = 'race' order by seq`.execute(store.db);
    expect(rows.filter(({ action }) => action === 'region.import')).toEqual([
      { action: 'region.import', detail: { version: 1, participants: 1 } },
      { action: 'region.import', detail: { version: 2, participants: 1 } },
    ]);
  });
});

test('what was sent lies sealed under the master key', async () => {
  const { upload: id } = await preview(officer, 'sealed', smallRegion);
  const asked = { id, region: 'sealed', by: officer.userId };
  expect(await findUpload(store, asked, service.now())).toMatchObject({ ...asked, kind: 'packed' });
  const { sealed } = await store.db
    .selectFrom('uploads')
    .select('sealed')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(() => gunzipSync(sealed)).toThrow();
  const stranger = createVault(new Uint8Array(32).fill(8));
  await expect(findUpload({ ...store, vault: stranger }, asked, service.now())).rejects.toThrow();
});

test.each(['zip', 'xlsx'])('a region exported as %s and imported again is the same', async (kind) => {
  const odd = { ...smallRegion, decisions: [{ ...smallRegion.decisions[0], reason: '=1+1; "hm",\n-x' }] };
  await importRegion(officer, `round-${kind}`, odd);
  const file = await get(officer, `/round-${kind}/versions/1/export?as=${kind}`);
  expect(file.headers['content-disposition']).toBe(`attachment; filename="round-${kind}-1.${kind}"`);
  expect(await readRegionPacked(file.rawPayload)).toMatchObject({ status: 'read', region: odd });
  const again = await send(officer, `round-${kind}`, file.rawPayload, String(file.headers['content-type']));
  expect(again.json()).toMatchObject({ difference: { tables: [], fields: [] } });
  const { rows } =
    await sql`select from audit_log where action = 'region.export' and region = ${`round-${kind}`}`.execute(
      store.db,
    );
  expect(rows).toHaveLength(1);
});

test('a cell that a spreadsheet would take for a formula leaves as text', async () => {
  await importRegion(officer, 'formula', {
    ...smallRegion,
    provenance: 'x',
    units: [{ ...smallRegion.units[0], name: '=cmd()' }],
  });
  const file = await get(officer, '/formula/versions/1/export');
  expect(Buffer.from(unzipSync(file.rawPayload)['units.csv']).toString()).toContain(",'=cmd()");
});

test('any two versions can be compared', async () => {
  await importRegion(officer, 'compared', smallRegion);
  await importRegion(officer, 'compared', { ...smallRegion, name: 'Renamed' });
  const forth = (await get(officer, '/compared/versions/2/difference?from=1')).json();
  expect(forth.fields).toEqual([{ path: 'name', from: 'Farsta', to: 'Renamed' }]);
  const back = (await get(officer, '/compared/versions/1/difference?from=2')).json();
  expect(back.fields).toEqual([{ path: 'name', from: 'Renamed', to: 'Farsta' }]);
  expect((await get(officer, '/compared/versions/3/difference?from=1')).statusCode).toBe(404);
});

test('the template is a workbook', async () => {
  const answer = await service.app.inject({ method: 'GET', url: '/v1/template', headers: officer.headers });
  expect(answer.statusCode).toBe(200);
  expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
});
