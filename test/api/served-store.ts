/** A store that the real service is started on, as often as a test stops or kills it, with an officer who is signed in there throughout. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { csrfToken, sessionCookie } from '../../src/api/auth/cookie.ts';
import { startSession } from '../../src/store/users/sessions.ts';
import { startReadyService } from '../start-service.ts';
import { openTestStore, testMasterKey } from '../store/open-test-store.ts';
import { addActor } from '../store/proposals/standing-region.ts';

export async function openServedStore() {
  const store = await openTestStore();
  const dataDir = mkdtempSync(join(tmpdir(), 'resursutbyte-served-'));
  afterAll(() => rmSync(dataDir, { recursive: true }));
  const serve = () =>
    startReadyService({
      DATA_DIR: dataDir,
      DATABASE_URL: store.url,
      MASTER_KEY: Buffer.from(testMasterKey).toString('base64url'),
    });
  /** Of a region that is there; what their requests carry. */
  async function addOfficer(region: string) {
    const { userId: user_id } = await addActor(store, 'Anna', []);
    await store.db.insertInto('role_grants').values({ user_id, role: 'officer', region }).execute();
    const { token } = await startSession(store.db, user_id, new Date());
    return {
      'content-type': 'application/json',
      cookie: `${sessionCookie(false)}=${token}`,
      'x-csrf-token': csrfToken(token),
    };
  }
  return { store, serve, addOfficer };
}
