/**
 * kill -9 of the real service in the middle of decisions: what it acknowledged is there afterwards, and nothing is half done. Each round decides
 * about every pair at once; in some of them the service is killed as soon as the first answer has come, and another takes over.
 */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { verifyAudit } from '../../src/store/audit/verify.ts';
import { addProposal, addRegion, twoDistricts } from '../store/proposals/standing-region.ts';
import { openServedStore } from './served-store.ts';

const rounds = 50;
const killedIn: ReadonlySet<number> = new Set([4, 13, 22, 31, 40, 49]);

const { store, serve, addOfficer } = await openServedStore();
const { db } = store;
const people = Array.from({ length: 8 }, (_, i) => `p00${i}`);
const proposal = await addProposal(
  store,
  await addRegion(store, 'r', twoDistricts(8)),
  people.map((participant, i) => ({ participant, team: `t${i % 4}` })),
);
const headers = await addOfficer('r');

const decided = z.object({ version: z.int(), state: z.object({ status: z.enum(['proposed', 'locked']) }) });
type Known = z.infer<typeof decided>;

/** The answer, or null where the service died before it. */
async function decide(url: string, participant: string, { version, state }: Known): Promise<Known | null> {
  const step = { step: state.status === 'proposed' ? 'lock' : 'unlock', note: `efter version ${version}` };
  const answer = await fetch(`${url}/v1/proposals/${proposal}/pairs/${participant}/decisions`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ version, step }),
  }).then(
    async (response) => ({ status: response.status, body: await response.text() }),
    () => null,
  );
  if (answer === null) return null;
  expect(answer.status, answer.body).toBe(201);
  return decided.parse(JSON.parse(answer.body));
}

async function pairsStored(): Promise<ReadonlyMap<string, Known & { readonly decision: string | null }>> {
  const rows = await db.selectFrom('pairs').selectAll().where('proposal', '=', proposal).execute();
  return new Map(
    rows.map(({ participant, version, state, decision }) => [
      participant,
      { ...decided.parse({ version, state: { status: state } }), decision },
    ]),
  );
}

/** Pair, decisions and log tell one story: a decision for every version after the first, and an entry for every decision. */
async function expectNothingHalfDone(): Promise<void> {
  const pairs = await pairsStored();
  const decisions = await db
    .selectFrom('decisions')
    .selectAll()
    .where('proposal', '=', proposal)
    .orderBy('pair_version')
    .execute();
  const log = await db
    .selectFrom('audit_log')
    .select(['subject', 'detail', 'actor'])
    .where('action', '=', 'pair.lock')
    .orderBy('seq')
    .execute();
  for (const [participant, { version, state, decision }] of pairs) {
    const own = decisions.filter((row) => row.participant === participant);
    expect(own.map((row) => row.pair_version)).toEqual(Array.from({ length: version - 1 }, (_, i) => i + 2));
    expect(own.every((row) => row.note_sealed !== null)).toBe(true);
    expect(own.at(-1)?.id ?? null).toBe(decision);
    expect(own.at(-1)?.to_state ?? 'proposed').toBe(state.status);
    expect(log.filter(({ subject }) => subject === participant)).toEqual(
      own.map(({ action, pair_version, actor }) => ({
        subject: participant,
        actor,
        detail: { proposal, step: action, version: pair_version },
      })),
    );
  }
  expect(await verifyAudit(db)).toMatchObject({ status: 'whole', entries: decisions.length });
}

test('nothing acknowledged is lost and nothing half done, however often it is killed', async () => {
  let service = await serve();
  let known = new Map<string, Known>(await pairsStored());
  let lost = 0;
  for (let round = 0; round < rounds; round++) {
    const asked = people.map((participant) =>
      decide(service.url, participant, known.get(participant) ?? decided.parse(undefined)),
    );
    if (killedIn.has(round)) {
      await Promise.race(asked);
      await service.kill();
    }
    const answers = await Promise.all(asked);
    if (killedIn.has(round)) service = await serve();
    const stored = await pairsStored();
    for (const [i, participant] of people.entries()) {
      const [before, answer, after] = [known.get(participant), answers[i], stored.get(participant)];
      if (answer === null) lost++;
      if (answer === null) expect([before?.version, (before?.version ?? 0) + 1]).toContain(after?.version);
      else expect(after).toMatchObject(answer);
    }
    known = new Map(stored);
    if (killedIn.has(round)) await expectNothingHalfDone();
  }
  await expectNothingHalfDone();
  // Else it was never killed in the middle of anything.
  expect(lost).toBeGreaterThan(0);
  expect(service.said()).not.toContain('"audit":"broken"');
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
});
