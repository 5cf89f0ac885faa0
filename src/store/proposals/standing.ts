/**
 * What a proposal that is asked for again starts from: what has become of the pairs that stand, what was refused or ended before, what
 * participants have answered, and which seats are held. It is written down once, when the proposal is asked for, each person's part under
 * that person's key, so that whoever runs it, however often, runs the same question; `askAgain` (matching/again) makes the region from it.
 */
import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { participantAnswer } from '../../domain/participant-answer.ts';
import type { StoreData } from '../open-store.ts';
import { findPersonKeys } from '../person-keys.ts';
import type { Database } from '../schema/database.ts';
import { openJson, sealJson } from '../sealed-json.ts';
import { heldSeats } from '../seats/held-seats.ts';
import type { Vault } from '../vault.ts';
import { findAnswers } from './answers.ts';
import { findPairsSoFar } from './pairs-so-far.ts';
import { inputContext } from './sealed-notes.ts';
import { standingPair } from './standing-pair.ts';

const ofPerson = z.strictObject({
  pairs: z.array(standingPair),
  answers: z.array(participantAnswer),
});
type OfPerson = z.infer<typeof ofPerson>;

const held = z.array(
  z.strictObject({ table: z.enum(['teams', 'sfi_groups']), id: z.string(), seats: z.int() }),
);

/** What askAgain takes beside the region. */
export interface Standing extends Readonly<OfPerson> {
  readonly held: z.infer<typeof held>;
  /** Those who have been erased since: the proposal cannot be repeated. */
  readonly erased: readonly string[];
}

/** Participants at a time. */
const batch = 2_000;

/**
 * Writes down what a proposal starts from, once: whoever runs it again finds it written. What is decided while it is written is told apart
 * by the versions of the pairs (keep.ts). Cost: linear in the pairs.
 */
export async function writeStanding(
  trx: Transaction<Database>,
  vault: Vault,
  proposal: string,
): Promise<void> {
  const { region, previous, held_seats } = await trx
    .selectFrom('proposals')
    .select(['region', 'previous', 'held_seats'])
    .where('id', '=', proposal)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (held_seats !== null) return;
  await trx
    .updateTable('proposals')
    .set({ held_seats: JSON.stringify(await heldSeats(trx, region)) })
    .where('id', '=', proposal)
    .execute();
  for (let after = ''; ; ) {
    const people = await nextPeople(trx, region, previous, after);
    const last = people.at(-1);
    if (last === undefined) return;
    after = last;
    const { keys } = await findPersonKeys(trx, vault, region, people);
    const pairsOf = await findPairsSoFar(trx, keys, { region, previous, people });
    const answersOf = await findAnswers(trx, keys, region);
    const rows = [...keys].map(([participant, key]) => {
      const { version = null, pairs = [] } = pairsOf.get(participant) ?? {};
      const own: OfPerson = { pairs: [...pairs], answers: [...(answersOf.get(participant) ?? [])] };
      return { participant, version, sealed: sealJson(key, own, inputContext(proposal, participant)) };
    });
    await sql`
      insert into proposal_inputs (proposal, participant, pair_version, sealed)
      select ${proposal}, rows.* from unnest(
        ${rows.map((row) => row.participant)}::text[],
        ${rows.map((row) => row.version)}::integer[],
        ${rows.map((row) => row.sealed)}::bytea[]
      ) as rows`.execute(trx);
  }
}

/** What was written down; null where nothing has been yet. */
export async function loadStanding({ db, vault }: StoreData, proposal: string): Promise<Standing | null> {
  const head = await db
    .selectFrom('proposals')
    .select(['region', 'held_seats'])
    .where('id', '=', proposal)
    .executeTakeFirstOrThrow();
  if (head.held_seats === null) return null;
  const all: OfPerson = { pairs: [], answers: [] };
  const erased: string[] = [];
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('proposal_inputs')
      .select(['participant', 'sealed'])
      .where('proposal', '=', proposal)
      .where('participant', '>', after)
      .orderBy('participant')
      .limit(batch)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return { ...all, held: held.parse(head.held_seats), erased };
    after = last.participant;
    const people = rows.map(({ participant }) => participant);
    const { keys } = await findPersonKeys(db, vault, head.region, people);
    for (const { participant, sealed } of rows) {
      const key = keys.get(participant);
      if (key === undefined) {
        erased.push(participant);
        continue;
      }
      const own = ofPerson.parse(openJson(key, sealed, inputContext(proposal, participant)));
      all.pairs.push(...own.pairs);
      all.answers.push(...own.answers);
    }
  }
}

/** Whoever has a pair in the proposal that stands, a decision or an answer; in the order of ids. */
async function nextPeople(
  trx: Transaction<Database>,
  region: string,
  previous: string | null,
  after: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ participant: string }>`
    select participant from pairs where proposal = ${previous} and participant > ${after}
    union
    select participant from decisions where participant > ${after}
      and proposal in (select id from proposals where region = ${region})
    union
    select participant from answers where participant > ${after}
      and proposal in (select id from proposals where region = ${region})
    order by participant limit ${batch}`.execute(trx);
  return rows.map(({ participant }) => participant);
}
