import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openSession } from '../../../src/jobs/queue/session.ts';
import { openTestStore } from '../../store/open-test-store.ts';

const { url } = await openTestStore();

test('a session closes at whatever moment it is asked to, also while it connects', async () => {
  // Connecting takes some 10 ms: this goes through all of it, from before the first byte to after the last.
  for (let afterMs = 0; afterMs < 20; afterMs += 0.1) {
    const session = openSession({ url, channels: ['news'], onNotice: () => undefined });
    const from = performance.now();
    while (performance.now() - from < afterMs) await turn();
    await session.close();
    await session.standing();
  }
});

test('what begins a session may still wait when it closes', async () => {
  const session = openSession({
    ...{ url, channels: [], onNotice: () => undefined },
    begin: () => new Promise(() => undefined),
  });
  await turn();
  await session.close();
  expect(await session.standing()).toBeUndefined();
});
