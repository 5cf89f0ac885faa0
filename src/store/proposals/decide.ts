/**
 * A person decides about a pair: all of it in one transaction, so that what has been acknowledged is committed, and nothing is half done.
 *
 * 1. The region's pointer and the pair are held against change (standing-proposal.ts).
 * 2. The actor must see the pair, and have the right that the step takes.
 * 3. The version that the actor saw must be the present one, else they are told what it has become, by whom and when.
 * 4. The proposal must stand. In one that stood before, only a refusal can be taken back, since refusals outlive their proposal.
 * 5. The step must lead somewhere from the pair's state (domain/pair-life.ts), and a refusal that is taken back needs its seats.
 * 6. The pair gets its new state and the next version; decision and audit entry are added.
 */
import type { Transaction } from 'kysely';
import type { Action } from '../../domain/access/table.ts';
import { type PairState, type PairStep, rightFor, transition } from '../../domain/pair-life.ts';
import type { Text } from '../../domain/text.ts';
import { type Acting, may, sees } from '../acting.ts';
import { appendAudit } from '../audit/append.ts';
import type { StoreData } from '../open-store.ts';
import type { Database } from '../schema/database.ts';
import { findPersonKey } from '../sealed-json.ts';
import { seatsFull } from '../seats/live-seats.ts';
import type { Vault } from '../vault.ts';
import { type LatestDecision, latestDecision, noteSealed } from './decision-row.ts';
import { findProposed, holdPair, type PairRow, type ProposalHead, targetOf } from './pair-row.ts';
import { columnsOf, stateOf } from './pair-state.ts';
import { holdPointer, movePointer, notStanding, type Pointer, standingOf } from './standing-proposal.ts';

export interface DecisionGiven {
  readonly proposal: string;
  readonly participant: string;
  /** The version of the pair that the actor saw. */
  readonly expectedVersion: number;
  readonly step: PairStep;
  readonly actor: Acting;
}

export type DecisionOutcome =
  | { readonly status: 'decided'; readonly version: number; readonly state: PairState }
  | ChangedMeanwhile
  | { readonly status: 'refused'; readonly text: Text }
  | { readonly status: 'forbidden'; readonly right: Action }
  /** There is no such pair, or none that the actor may see. */
  | { readonly status: 'not_found' };

/** Somebody was first: how the pair stands now, and how it came to. */
export interface ChangedMeanwhile {
  readonly status: 'changed_meanwhile';
  readonly version: number;
  readonly state: PairState['status'];
  /** Null where it came so with the proposal. */
  readonly latest: (Omit<LatestDecision, 'actor'> & { readonly isOwn: boolean }) | null;
}

export function decide({ db, vault }: StoreData, given: DecisionGiven): Promise<DecisionOutcome> {
  return db.transaction().execute(async (trx) => {
    const outcome = await decideIn(trx, vault, given);
    if (outcome.status === 'decided') await auditDecision(trx, given, outcome.region, outcome.version);
    return told(outcome);
  });
}

export type DecidedIn = Exclude<DecisionOutcome, { status: 'decided' }> | DecidedPair;

interface DecidedPair {
  readonly status: 'decided';
  readonly version: number;
  readonly state: PairState;
  readonly region: string;
}

/** What decideIn comes to, as whoever decided is told it. */
export function told(outcome: DecidedIn): DecisionOutcome {
  if (outcome.status !== 'decided') return outcome;
  const { status, version, state } = outcome;
  return { status, version, state };
}

/** Steps 1 to 6 without the audit entry, which comes last in a transaction. */
export async function decideIn(
  trx: Transaction<Database>,
  vault: Vault,
  given: DecisionGiven,
): Promise<DecidedIn> {
  const { actor, step } = given;
  const proposal = await findProposed(trx, given.proposal);
  if (proposal === undefined) return notFound;
  const pointer = await holdPointer(trx, proposal.region, step.step === 'take_back' ? 'alone' : 'shared');
  const pair = await holdPair(trx, given.proposal, given.participant);
  if (pair === undefined || !sees(actor, targetOf(pair))) return notFound;
  const right = rightFor(step);
  if (!may(actor, right, targetOf(pair))) return { status: 'forbidden', right };
  if (pair.version !== given.expectedVersion) return changedMeanwhile(trx, pair, actor);
  const refused = await refusalOf(trx, proposal, pointer, pair, step);
  if (refused !== null) return { status: 'refused', text: refused };
  const moved = transition(stateOf(pair), step);
  if (moved.status === 'refused') return moved;
  const key = await findPersonKey(trx, vault, proposal.region, pair.participant);
  if (key === null) return { status: 'refused', text: erased };
  await write(trx, pair, given, moved.state, noteSealed(key, pair, pair.version + 1, step.note));
  if (step.step === 'take_back') await movePointer(trx, proposal.region);
  return { status: 'decided', version: pair.version + 1, state: moved.state, region: proposal.region };
}

export function auditDecision(
  trx: Transaction<Database>,
  { actor, step, proposal, participant }: DecisionGiven,
  region: string,
  version: number,
): Promise<void> {
  return appendAudit(trx, {
    actor: actor.userId,
    action: rightFor(step),
    region,
    subject: participant,
    detail: { proposal, step: step.step, version },
  });
}

export async function changedMeanwhile(
  trx: Transaction<Database>,
  pair: PairRow,
  { userId }: Acting,
): Promise<ChangedMeanwhile> {
  const found = await latestDecision(trx, pair);
  const latest = found && { by: found.by, did: found.did, at: found.at, isOwn: found.actor === userId };
  return { status: 'changed_meanwhile', version: pair.version, state: pair.state, latest };
}

/** Steps 4 and 5, but for the table of steps. */
async function refusalOf(
  trx: Transaction<Database>,
  proposal: ProposalHead,
  pointer: Pointer | null,
  pair: PairRow,
  { step }: PairStep,
): Promise<Text | null> {
  const standing = standingOf(pointer, proposal);
  if (standing !== 'standing') {
    return standing === 'superseded' && step === 'take_back' ? null : notStanding[standing];
  }
  return step === 'take_back' && pair.state === 'turned_down' ? seatsFull(trx, pair) : null;
}

async function write(
  trx: Transaction<Database>,
  pair: PairRow,
  { step, actor }: DecisionGiven,
  state: PairState,
  note_sealed: Buffer | null,
): Promise<void> {
  const { proposal, participant } = pair;
  const place = JSON.stringify({ team: pair.team, sfiGroup: pair.sfi_group });
  const { id } = await trx
    .insertInto('decisions')
    .values({
      proposal,
      participant,
      pair_version: pair.version + 1,
      actor: actor.userId,
      action: step.step,
      from_state: pair.state,
      to_state: state.status,
      pair_before: place,
      pair_after: place,
      turned_down_by: 'by' in step ? step.by : null,
      reason: 'reason' in step ? step.reason : null,
      note_sealed,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('pairs')
    .set({ ...columnsOf(state), decision: id, version: pair.version + 1 })
    .where('proposal', '=', proposal)
    .where('participant', '=', participant)
    .execute();
}

const notFound = { status: 'not_found' } as const;

export const erased: Text = {
  sv: 'Deltagaren har raderats; om paret går inget mer att besluta.',
  en: 'The participant has been erased; nothing more can be decided about the pair.',
};
