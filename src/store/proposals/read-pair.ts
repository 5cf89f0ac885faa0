/**
 * One pair, opened: where it is, its points and terms, the week, its conditions, what has been decided about it and by whom, and which steps
 * the actor can take now. Of all this the actor's roles say what is shown, and no more than that leaves the database. The read is audited.
 */
import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { ParticipantField } from '../../domain/access/fields.ts';
import { type PairState, type PairStepName, stepsFrom, transitions } from '../../domain/pair-life.ts';
import { sessionRow } from '../../domain/tables/timetable.ts';
import { type Acting, fieldsSeen, may, visible } from '../acting.ts';
import { appendAudit } from '../audit/append.ts';
import type { StoreData } from '../open-store.ts';
import type { Database } from '../schema/database.ts';
import { findPersonKey } from '../sealed-json.ts';
import { type DecisionMade, historyOf } from './history.ts';
import { findProposed, type PairRow, type ProposalHead, targetOf } from './pair-row.ts';
import { pairsWithin } from './pair-scope.ts';
import { stateOf } from './pair-state.ts';
import { findPointer, type ProposalStanding, standingOf } from './standing-proposal.ts';
import { openPair, type StoredPair } from './stored-pair.ts';

type Session = z.infer<typeof sessionRow>;

/** What the actor's roles do not show is left out. */
interface OpenedPair {
  readonly participant: string;
  readonly proposal: string;
  readonly standing: ProposalStanding;
  readonly version: number;
  readonly team?: string;
  readonly unit?: string;
  readonly district?: string;
  readonly sfiGroup?: string;
  readonly state?: PairState;
  readonly origin?: PairRow['origin'];
  readonly points?: number;
  readonly terms?: StoredPair['terms'];
  readonly overridden?: NonNullable<StoredPair['overridden']>;
  readonly startsOn?: string;
  readonly teamHours?: number;
  readonly sfiHours?: number;
  /** The sessions of the team, and of the SFI group for whoever sees the SFI placement. */
  readonly week?: readonly Session[];
  readonly conditions?: StoredPair['conditions'];
  /** The earliest first, in this proposal and those before. */
  readonly history?: readonly DecisionMade[];
  readonly steps: readonly PairStepName[];
}

export type ReadOutcome =
  | { readonly status: 'found'; readonly pair: OpenedPair }
  | { readonly status: 'not_found' };

export function readPair(
  { db, vault }: StoreData,
  { proposal, participant, actor }: { proposal: string; participant: string; actor: Acting },
): Promise<ReadOutcome> {
  return db.transaction().execute(async (trx): Promise<ReadOutcome> => {
    const head = await findProposed(trx, proposal);
    const row = await findVisible(trx, proposal, participant, actor);
    if (head === undefined || row === undefined) return { status: 'not_found' };
    const sees = fieldsSeen(actor, targetOf(row));
    const key = await findPersonKey(trx, vault, row.region, participant);
    const history = key !== null && sees.has('decisions') ? await historyOf(trx, key, row) : [];
    const note = history.find(({ id }) => id === row.decision)?.note ?? '';
    const standing = standingOf(await findPointer(trx, row.region), head);
    const pair: OpenedPair = {
      participant,
      proposal,
      standing,
      version: row.version,
      ...placeSeen(row, sees),
      ...(sees.has('status') && { state: stateOf(row, note) }),
      ...(sees.has('decisions') && { origin: row.origin, history }),
      ...(key !== null && detailSeen(openPair(key, row.sealed, proposal, participant), sees)),
      ...(await timesSeen(trx, row, sees)),
      steps: stepsFor(actor, row, standing),
    };
    await auditRead(trx, actor, head, participant);
    return { status: 'found', pair };
  });
}

async function findVisible(
  db: Kysely<Database>,
  proposal: string,
  participant: string,
  actor: Acting,
): Promise<PairRow | undefined> {
  return db
    .selectFrom('pairs')
    .selectAll()
    .where('proposal', '=', proposal)
    .where('participant', '=', participant)
    .where(pairsWithin(visible(actor, 'participant.read')))
    .executeTakeFirst();
}

type Sees = ReadonlySet<ParticipantField>;

function placeSeen({ team, unit, district, sfi_group }: PairRow, sees: Sees) {
  return {
    ...(sees.has('team') && { team }),
    ...(sees.has('unit') && { unit, district }),
    ...(sees.has('sfi_placement') && { sfiGroup: sfi_group }),
  };
}

function detailSeen({ points, terms, overridden, teamHours, sfiHours, conditions }: StoredPair, sees: Sees) {
  return {
    ...(sees.has('points') && { points }),
    ...(sees.has('terms') && { terms, ...(overridden !== undefined && { overridden }) }),
    ...(sees.has('team_hours') && { teamHours }),
    ...(sees.has('sfi_hours') && { sfiHours }),
    ...(sees.has('conditions') && { conditions }),
  };
}

/** When it starts and when the place meets: for a school its team's times, for an SFI coordinator the group's, for an officer both. */
async function timesSeen(db: Kysely<Database>, row: PairRow, sees: Sees) {
  const owners = [
    ...(sees.has('team') ? [{ owner: 'team' as const, table: 'teams' as const, id: row.team }] : []),
    ...(sees.has('sfi_placement')
      ? [{ owner: 'sfi' as const, table: 'sfi_groups' as const, id: row.sfi_group }]
      : []),
  ];
  const starts: string[] = [];
  const week: Session[] = [];
  for (const { owner, table, id } of owners) {
    const place = await db
      .selectFrom(table)
      .select('row')
      .where('version', '=', row.region_version)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    starts.push(z.looseObject({ starts_on: z.string() }).parse(place.row).starts_on);
    const sessions = await db
      .selectFrom('sessions')
      .select('row')
      .where('version', '=', row.region_version)
      .where('owner', '=', owner)
      .where('owner_id', '=', id)
      .orderBy('position')
      .execute();
    week.push(...sessions.map((session) => sessionRow.parse(session.row)));
  }
  const startsOn = starts.sort().at(-1);
  return {
    ...(sees.has('starts_on') && startsOn !== undefined && { startsOn }),
    ...(sees.has('week') && { week }),
  };
}

/** A step that the actor has the right to take, whoever turns the pair down in the case of that. */
function stepsFor(actor: Acting, row: PairRow, standing: ProposalStanding): readonly PairStepName[] {
  const target = targetOf(row);
  return stepsFrom(stateOf(row)).filter((step) => {
    if (standing === 'draft' || (standing === 'superseded' && step !== 'take_back')) return false;
    const bySchool = step === 'turn_down' && may(actor, 'pair.turn_down_by_school', target);
    return bySchool || may(actor, transitions[step].right, target);
  });
}

function auditRead(
  trx: Transaction<Database>,
  actor: Acting,
  { id, region }: ProposalHead,
  participant: string,
): Promise<void> {
  return appendAudit(trx, {
    actor: actor.userId,
    action: 'participant.read',
    region,
    subject: participant,
    detail: { proposal: id },
  });
}
