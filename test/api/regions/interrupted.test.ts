/** Whatever ends an import half-way, it was either all or nothing. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { regionZip } from '../../../src/files/write-region.ts';
import { createJobPool } from '../../../src/jobs/pool.ts';
import { openTestService } from '../test-service.ts';
import { exampleRegion, regionClient } from './region-client.ts';

const service = await openTestService();
const { store, app } = service;
const { preview, get } = regionClient(service);
const officer = await service.signIn({ role: 'officer' });
const region = await exampleRegion();

async function held() {
  const { db } = store;
  const uploads = await db.selectFrom('uploads').select('region').execute();
  const versions = await db.selectFrom('region_versions').select(['region', 'id']).execute();
  const persons = await db.selectFrom('participants').select('id').execute();
  const keys = await db.selectFrom('person_keys').select('participant').execute();
  return { uploads, versions, persons: persons.length, keys: keys.length };
}

test('an upload whose sender leaves before it is all there leaves nothing', async () => {
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const bytes = regionZip(region);
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  const head = [
    'POST /v1/regions/left/uploads HTTP/1.1',
    'host: 127.0.0.1',
    'content-type: application/zip',
    `content-length: ${bytes.length}`,
    ...Object.entries(officer.headers).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.write(bytes.subarray(0, bytes.length / 2));
  await wait(50);
  socket.destroy();
  // The next question is answered after whatever became of that one.
  expect((await get(officer, '')).json()).toEqual([]);
  expect(await held()).toEqual({ uploads: [], versions: [], persons: 0, keys: 0 });
});

test('an import that is ended at any moment has saved all or nothing', async () => {
  const pool = createJobPool({ threads: 1, places: 2 });
  const { url, masterKey } = store;
  try {
    for (const [round, afterMs] of [0, 100, 200, 300, 400, 600, 800].entries()) {
      const id = `ended-${round}`;
      const { upload, follows } = await preview(officer, id, region);
      const before = await held();
      const asked = { access: { url, masterKey }, region: id, upload, follows, note: '' };
      const cancel = AbortSignal.timeout(afterMs);
      const job = await pool.run(
        'importUpload',
        { ...asked, by: officer.userId, now: service.now() },
        { cancel },
      );
      await settled();
      const after = await held();
      const saved = after.versions.some((version) => version.region === id);
      if (job.status === 'done') expect(saved).toBe(true);
      expect(after.uploads.some((kept) => kept.region === id)).toBe(!saved);
      const more = saved ? region.participants.length : 0;
      expect([after.persons, after.keys]).toEqual([before.persons + more, before.keys + more]);
    }
  } finally {
    await pool.close();
  }
});

/** Until no transaction of a thread that is gone is open in the database. */
async function settled(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ open: number }>`
      select count(*)::integer as open from pg_stat_activity
      where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`.execute(
      store.db,
    );
    if (rows[0]?.open === 0) return;
    await wait(20);
  }
}
