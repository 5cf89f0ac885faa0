/** A moment of a proposal's pairs holds until something that it did not see is committed, whichever transaction began first. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../../src/store/proposals/decide.ts';
import { countPairs } from '../../../src/store/proposals/list-pairs.ts';
import { pairsMoment, pairsUnchanged } from '../../../src/store/proposals/pair-changes.ts';
import { keptCounts } from '../../../src/store/proposals/pair-counts.ts';
import { openTestStore } from '../open-test-store.ts';
import { addActor, addProposal, addRegion, twoDistricts } from './standing-region.ts';

const store = await openTestStore();
const region = await addRegion(store, 'r', twoDistricts(8));
const people = Array.from({ length: 6 }, (_, i) => `p${String(i).padStart(3, '0')}`);
const proposal = await addProposal(
  store,
  region,
  people.map((participant, i) => ({ participant, team: `t${i % 4}`, points: 1000 })),
);
const officer = await addActor(store, 'Anna', [{ role: 'officer', region: 'r' }]);
const ofFarsta = await addActor(store, 'Bo', [{ role: 'officer', region: 'r', district: 'Farsta' }]);

const command = fc.oneof(
  fc.record({ kind: fc.constantFrom('begin', 'write', 'commit', 'rollback'), writer: fc.nat(2) }),
  fc.constant({ kind: 'look' as const }),
);

test('a moment holds exactly as long as no write is committed after it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 20 }), async (commands) => {
      const open = new Map<number, { trx: Awaited<ReturnType<typeof begin>>; wrote: boolean }>();
      const begin = () => store.db.startTransaction().execute();
      let moment = await pairsMoment(store.db, proposal);
      let changed = false;
      try {
        for (const given of commands) {
          if (given.kind === 'look') {
            expect(await pairsUnchanged(store.db, proposal, moment)).toBe(!changed);
            moment = await pairsMoment(store.db, proposal);
            changed = false;
            continue;
          }
          const { kind, writer } = given;
          const found = open.get(writer);
          if (kind === 'begin' && found === undefined) open.set(writer, { trx: await begin(), wrote: false });
          if (found === undefined) continue;
          if (kind === 'write') {
            // Each writer has pairs of their own: what is looked at is visibility, not waiting.
            await found.trx
              .updateTable('pairs')
              .set((eb) => ({ version: eb('version', '+', 1) }))
              .where('proposal', '=', proposal)
              .where('participant', '=', people[writer] ?? '')
              .execute();
            found.wrote = true;
          }
          if (kind === 'commit') {
            await found.trx.commit().execute();
            changed ||= found.wrote;
            open.delete(writer);
          }
          if (kind === 'rollback') {
            await found.trx.rollback().execute();
            open.delete(writer);
          }
        }
        expect(await pairsUnchanged(store.db, proposal, moment)).toBe(!changed);
      } finally {
        for (const { trx } of open.values()) await trx.rollback().execute();
      }
    }),
    { numRuns: 100 },
  );
});

test('kept counts are those of a count, before and after a decision, and each actor gets their own', async () => {
  const kept = keptCounts(store);
  const asked = [officer, ofFarsta].flatMap((actor) =>
    [{}, { district: 'Farsta' }, { state: 'locked' as const }].map((filter) => ({ proposal, actor, filter })),
  );
  const compare = async () => {
    for (const one of asked) expect(await kept(one)).toEqual(await countPairs(store, one));
  };
  await compare();
  const before = await kept(asked[0]);
  const { version } = await store.db
    .selectFrom('pairs')
    .select('version')
    .where('proposal', '=', proposal)
    .where('participant', '=', 'p004')
    .executeTakeFirstOrThrow();
  const step = { step: 'lock', note: '' } as const;
  const given = { proposal, participant: 'p004', expectedVersion: version, step, actor: officer };
  expect((await decide(store, given)).status).toBe('decided');
  await compare();
  expect(await kept(asked[0])).not.toEqual(before);
});
