/**
 * Keeps a proposal: its proof, its summary, a row for everyone who has a place and for everyone who has none, each under the person's key,
 * and the end of the job; all in one transaction, or nothing.
 */
import { sql, type Transaction } from 'kysely';
import { isOfPlace, type Told } from '../../matching/again/told.ts';
import type { PreviousPair } from '../../matching/previous.ts';
import type { AssignedProposal } from '../../matching/proposal-format.ts';
import { inBatches } from '../../store/batches.ts';
import type { StoreData } from '../../store/open-store.ts';
import { findPersonKeys } from '../../store/person-keys.ts';
import { standAtOnce } from '../../store/proposals/keep.ts';
import { unplacedContext } from '../../store/proposals/sealed-pair.ts';
import { sealPair } from '../../store/proposals/stored-pair.ts';
import { saveTold } from '../../store/proposals/told.ts';
import type { Database } from '../../store/schema/database.ts';
import { sealJson } from '../../store/sealed-json.ts';
import { type Attempt, end } from '../queue/attempt.ts';
import type { ProposalOrder } from './order.ts';
import { summaryOf } from './summary.ts';

export interface SolvedProposal {
  readonly proposal: AssignedProposal;
  /** The pairs that it was to keep. */
  readonly previous: readonly PreviousPair[];
  /** What had been recorded and could not be kept as it stood. */
  readonly told: readonly Told[];
  /** problemDigest of the problem that was solved. */
  readonly digest: string;
  /** packProof. */
  readonly proof: Buffer;
}

/** Thrown and caught in this file, to undo the transaction of an attempt that is no longer its worker's. */
class Superseded extends Error {}

/** Lost where another worker has taken the job up in the meantime. Cost: linear in the participants. */
export async function saveProposal(
  store: StoreData,
  attempt: Attempt,
  order: ProposalOrder,
  solved: SolvedProposal,
): Promise<'kept' | 'lost'> {
  try {
    await store.db.transaction().execute(async (transaction) => {
      await savePairs(transaction, store, order, solved);
      await saveUnplaced(transaction, store, order, solved.proposal);
      const of = { id: order.proposal, region: order.region };
      await saveTold(transaction, store.vault, of, solved.told.map(rowOf));
      await setProposed(transaction, order, solved);
      await standAtOnce(transaction, order.proposal);
      const { stopped } = solved.proposal;
      if (!(await end(transaction, attempt, { state: 'done', result: { stopped } }))) throw new Superseded();
    });
    // Else the first questions about so many new rows are planned as if there were none.
    await sql`analyze pairs, unplaced`.execute(store.db);
    return 'kept';
  } catch (error) {
    // The rows of one who was quicker are in the way, or the job is.
    if (error instanceof Superseded || isDoubled(error)) return 'lost';
    throw error;
  }
}

async function setProposed(
  transaction: Transaction<Database>,
  { proposal: id }: ProposalOrder,
  { proposal, digest, proof }: SolvedProposal,
): Promise<void> {
  await transaction
    .updateTable('proposals')
    .set({
      status: 'proposed',
      problem_digest: digest,
      solution: proof,
      summary: JSON.stringify(summaryOf(proposal)),
      ended_at: sql<Date>`now()`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

/** A person who has been erased since the region was read gets no row: nothing of them can be sealed any more. */
async function savePairs(
  transaction: Transaction<Database>,
  { vault }: StoreData,
  order: ProposalOrder,
  { proposal: { pairs }, previous }: SolvedProposal,
): Promise<void> {
  const before = new Map(previous.map((pair) => [pair.participant, pair]));
  for (const some of inBatches(pairs)) {
    const { keys } = await findPersonKeys(transaction, vault, order.region, some.map(participantOf));
    const rows = some.flatMap((pair) => {
      const { participant, team, sfiGroup } = pair;
      const key = keys.get(participant);
      if (key === undefined) return [];
      const stood = before.get(participant);
      const kept = stood?.team === team && stood.sfiGroup === sfiGroup;
      const sealed = sealPair(key, order.proposal, pair);
      return [{ ...pair, origin: kept ? 'kept' : 'proposed', sealed }];
    });
    await sql`
      insert into pairs (proposal, participant, region, region_version, participant_district, team, sfi_group, unit, district,
        principal, points, origin, sealed)
      select ${order.proposal}, given.participant, ${order.region}, ${order.version}, participants.district, given.team,
        given.sfi_group, units.id, units.district, units.principal, given.points, given.origin, given.sealed
      from unnest(
        ${rows.map(participantOf)}::text[],
        ${rows.map((row) => row.team)}::text[],
        ${rows.map((row) => row.sfiGroup)}::text[],
        ${rows.map((row) => row.points)}::integer[],
        ${rows.map((row) => row.origin)}::text[],
        ${rows.map((row) => row.sealed)}::bytea[]
      ) as given (participant, team, sfi_group, points, origin, sealed)
      join participants on participants.version = ${order.version} and participants.id = given.participant
      join teams on teams.version = ${order.version} and teams.id = given.team
      join units on units.version = ${order.version} and units.id = teams.unit`.execute(transaction);
  }
}

async function saveUnplaced(
  transaction: Transaction<Database>,
  { vault }: StoreData,
  order: ProposalOrder,
  { unplaced }: AssignedProposal,
): Promise<void> {
  for (const some of inBatches(unplaced)) {
    const { keys } = await findPersonKeys(transaction, vault, order.region, some.map(participantOf));
    const rows = some.flatMap((person) => {
      const { participant, reason } = person;
      const key = keys.get(participant);
      if (key === undefined) return [];
      const sealed = sealJson(key, person, unplacedContext(order.proposal, participant));
      return [{ participant, reason: reason.code, sealed }];
    });
    await sql`
      insert into unplaced (proposal, participant, region, region_version, participant_district, reason, sealed)
      select ${order.proposal}, given.participant, ${order.region}, ${order.version}, participants.district, given.reason,
        given.sealed
      from unnest(
        ${rows.map(participantOf)}::text[],
        ${rows.map((row) => row.reason)}::text[],
        ${rows.map((row) => row.sealed)}::bytea[]
      ) as given (participant, reason, sealed)
      join participants on participants.version = ${order.version} and participants.id = given.participant`.execute(
      transaction,
    );
  }
}

function rowOf(told: Told) {
  const { about, ...said } = told;
  return isOfPlace(told)
    ? { ...said, participant: null, place: about }
    : { ...said, participant: about, place: null };
}

function participantOf({ participant }: { readonly participant: string }): string {
  return participant;
}

/** A row that is there already (23505). */
function isDoubled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
