/** What a fresh data folder gets, so that there is something to sign in to: the example region with what became of its people, and one user with roles for it. */
import { randomBytes } from 'node:crypto';
import { defaultPolicy } from './domain/policy.ts';
import { defaultSettings } from './followup/settings-format.ts';
import { readExample, readExampleFollowup } from './jobs/examples.ts';
import { judgeFollowup } from './jobs/followup/judge-followup.ts';
import { keepFollowup } from './jobs/followup/keep-followup.ts';
import { digestOf } from './matching/digest.ts';
import type { Store } from './store/open-store.ts';
import { importVersion } from './store/uploads/import-version.ts';
import { giveGrant } from './store/users/grants.ts';
import { hashPassword } from './store/users/password.ts';
import { addUser, isWithoutUsers } from './store/users/users.ts';

export interface DemoUser {
  readonly login: string;
  /** Shown once, by whoever started the service. */
  readonly password: string;
}

const region = 'farsta-2004';
const login = 'demo';

/**
 * Makes them where nobody is registered yet, and otherwise nothing; then null. The user comes last, whole with the roles, so that a start that is
 * broken off before leaves nobody, and the next makes what is missing.
 */
export async function makeDemo(store: Store, given: string | null, now: Date): Promise<DemoUser | null> {
  if (!(await isWithoutUsers(store.db))) return null;
  const password = given ?? randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  await importExample(store);
  return store.db.transaction().execute(async (transaction): Promise<DemoUser | null> => {
    const user = await addUser(transaction, { login, name: 'Demo', passwordHash, openId: null }, null, now);
    if (user.status === 'exists') return null;
    for (const role of ['officer', 'planner'] as const)
      await giveGrant(transaction, user.id, { role, region }, null, now);
    await giveGrant(transaction, user.id, { role: 'administrator' }, null, now);
    return { login, password };
  });
}

/** What of it is there already stays as it is. */
async function importExample(store: Store): Promise<void> {
  const reading = await readExample(region);
  if (reading.status !== 'read') throw new Error('the example region is refused');
  const content = reading.region;
  const { region: digest } = digestOf(content, content.policy ?? defaultPolicy);
  await importVersion(store, { region, content, digest, note: '', importedBy: null, follows: 0 }, null);
  const followup = judgeFollowup(await readExampleFollowup(region, content), defaultSettings, region);
  if (followup.status !== 'read') throw new Error("the example's follow-up is refused");
  await keepFollowup(store, region, followup.input, { by: null, mayApprove: false });
}
