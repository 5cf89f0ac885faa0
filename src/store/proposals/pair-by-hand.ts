/**
 * Makes a pair by hand, as a check of it (matching/manual-pair.ts) said that it can be made: what the check saw must still stand.
 *
 * 1. The region's pointer is held alone: nobody else decides or takes a seat meanwhile. Its version must be the one that the check saw, else
 *    seats may have been taken since.
 * 2. The actor must have the right to pair by hand at the place, and at the present place of whoever leaves one; to set rules aside takes a
 *    right of its own and a reason.
 * 3. Whoever has to give way must stand where the check saw them, not yet held by a decision; their pairs are turned down by the officer.
 * 4. The pair is written, of origin `manual` and locked, with its decision and the reason under the person's key.
 */
import type { Transaction } from 'kysely';
import type { Action } from '../../domain/access/table.ts';
import type { PairStatus } from '../../domain/pair-life.ts';
import type { Text } from '../../domain/text.ts';
import { type Acting, may, sees } from '../acting.ts';
import { appendAudit } from '../audit/append.ts';
import type { StoreData } from '../open-store.ts';
import type { Database } from '../schema/database.ts';
import { findPersonKey } from '../sealed-json.ts';
import type { Vault } from '../vault.ts';
import { type ChangedMeanwhile, changedMeanwhile, decideIn, erased } from './decide.ts';
import { noteSealed } from './decision-row.ts';
import { findProposed, holdPair, type PairRow, targetOf } from './pair-row.ts';
import { findPerson } from './person-target.ts';
import { holdPointer, movePointer, notStanding, standingOf } from './standing-proposal.ts';
import { type StoredPair, sealPair } from './stored-pair.ts';

/** What a check found: the pair as it is to be stored, and what it costs. */
interface CheckedPair {
  /** The version of the region's pointer that it was checked against. */
  readonly pointer: number;
  readonly pair: Omit<StoredPair, 'overridden'>;
  /** Rules that speak against it and may be set aside. */
  readonly rules: readonly ({ readonly rule: string } & Text)[];
  readonly displaced: readonly {
    readonly participant: string;
    readonly team: string;
    readonly sfiGroup: string;
  }[];
}

export interface PairByHand {
  readonly proposal: string;
  /** Of the person's pair that the actor saw; 0 where there was none. */
  readonly expectedVersion: number;
  readonly checked: CheckedPair;
  /** In words; may be empty where no rule is set aside. */
  readonly reason: string;
  readonly actor: Acting;
}

export type ByHandOutcome =
  | { readonly status: 'paired'; readonly version: number }
  | ChangedMeanwhile
  /** What the check saw no longer stands: check again. */
  | { readonly status: 'check_again' }
  | { readonly status: 'refused'; readonly text: Text }
  | { readonly status: 'forbidden'; readonly right: Action }
  | { readonly status: 'not_found' };

/** Undoes the transaction, with what whoever asked is told. */
class Undone extends Error {
  readonly outcome: ByHandOutcome;
  constructor(outcome: ByHandOutcome) {
    super('the pair cannot be made by hand');
    this.outcome = outcome;
  }
}

export async function pairByHand({ db, vault }: StoreData, given: PairByHand): Promise<ByHandOutcome> {
  try {
    return await db.transaction().execute((trx) => pairIn(trx, vault, given));
  } catch (error) {
    if (error instanceof Undone) return error.outcome;
    throw error;
  }
}

async function pairIn(trx: Transaction<Database>, vault: Vault, given: PairByHand): Promise<ByHandOutcome> {
  const { proposal, checked, actor, reason } = given;
  const { participant } = checked.pair;
  const head = await findProposed(trx, proposal);
  if (head === undefined) return { status: 'not_found' };
  const pointer = await holdPointer(trx, head.region, 'alone');
  const standing = standingOf(pointer, head);
  if (standing !== 'standing') return { status: 'refused', text: notStanding[standing] };
  if (pointer?.version !== checked.pointer) return { status: 'check_again' };
  const place = await findPlace(trx, head.region, head.regionVersion, checked.pair);
  const person = await findPerson(trx, proposal, participant);
  if (place === undefined || person === undefined || !sees(actor, person.target))
    return { status: 'not_found' };
  const right = rightMissing(given, [targetOf(place), person.target], head.region);
  if (right !== null) return { status: 'forbidden', right };
  if (checked.rules.length > 0 && reason === '') return { status: 'refused', text: noReason };
  const present = await holdPair(trx, proposal, participant);
  if ((present?.version ?? 0) !== given.expectedVersion)
    return present === undefined ? { status: 'check_again' } : changedMeanwhile(trx, present, actor);
  if (present !== undefined && !movable.has(present.state)) return { status: 'refused', text: heldAlready };
  const key = await findPersonKey(trx, vault, head.region, participant);
  if (key === null) return { status: 'refused', text: erased };
  await displace(trx, vault, given);
  const version = (present?.version ?? 0) + 1;
  const decision = await writeDecision(
    trx,
    given,
    present,
    version,
    noteSealed(key, { proposal, participant }, version, reason),
  );
  const sealed = sealPair(key, proposal, storedOf(checked, reason));
  const row = { ...place, points: checked.pair.points, sealed, decision, version };
  await writePair(trx, given, present, {
    ...row,
    region_version: head.regionVersion,
    participant_district: person.district,
  });
  await movePointer(trx, head.region);
  await appendAudit(trx, {
    actor: actor.userId,
    action: checked.rules.length > 0 ? 'pair.override' : 'pair.manual',
    region: head.region,
    subject: participant,
    detail: { proposal, version, displaced: checked.displaced.map((gone) => gone.participant) },
  });
  return { status: 'paired', version };
}

/** From where a person may be moved by hand: what is accepted or further is taken back first. */
const movable: ReadonlySet<PairStatus> = new Set(['proposed', 'locked', 'turned_down']);

type Place = Pick<PairRow, 'region' | 'team' | 'sfi_group' | 'unit' | 'district' | 'principal'>;

async function findPlace(
  trx: Transaction<Database>,
  region: string,
  version: number,
  { team, sfiGroup }: Pick<StoredPair, 'team' | 'sfiGroup'>,
): Promise<Place | undefined> {
  const found = await trx
    .selectFrom('teams')
    .innerJoin('units', (join) =>
      join.onRef('units.version', '=', 'teams.version').onRef('units.id', '=', 'teams.unit'),
    )
    .innerJoin('sfi_groups', (join) =>
      join.onRef('sfi_groups.version', '=', 'teams.version').on('sfi_groups.id', '=', sfiGroup),
    )
    .select(['teams.id as team', 'sfi_groups.id as sfi_group', 'units.id as unit'])
    .select(['units.district', 'units.principal'])
    .where('teams.version', '=', version)
    .where('teams.id', '=', team)
    .executeTakeFirst();
  return found && { region, ...found };
}

function rightMissing(
  { actor, checked }: PairByHand,
  targets: readonly Parameters<typeof may>[2][],
  region: string,
): Action | null {
  if (!targets.every((target) => may(actor, 'pair.manual', target))) return 'pair.manual';
  return checked.rules.length > 0 && !may(actor, 'pair.override', { region }) ? 'pair.override' : null;
}

/** Step 3, in the order of ids. */
async function displace(trx: Transaction<Database>, vault: Vault, given: PairByHand): Promise<void> {
  const { proposal, actor, checked } = given;
  for (const { participant, team, sfiGroup } of checked.displaced.toSorted((a, b) =>
    a.participant < b.participant ? -1 : 1,
  )) {
    const pair = await holdPair(trx, proposal, participant);
    if (pair?.state !== 'proposed' || pair.team !== team || pair.sfi_group !== sfiGroup)
      throw new Undone({ status: 'check_again' });
    const step = { step: 'turn_down', by: 'officer', reason: 'seat_given', note: '' } as const;
    const outcome = await decideIn(trx, vault, {
      ...{ proposal, participant, step, actor },
      expectedVersion: pair.version,
    });
    if (outcome.status !== 'decided') throw new Undone(outcome);
  }
}

async function writeDecision(
  trx: Transaction<Database>,
  { proposal, checked, actor }: PairByHand,
  present: PairRow | undefined,
  version: number,
  note_sealed: Buffer | null,
): Promise<string> {
  const { participant, team, sfiGroup } = checked.pair;
  const before = present && JSON.stringify({ team: present.team, sfiGroup: present.sfi_group });
  const { id } = await trx
    .insertInto('decisions')
    .values({
      proposal,
      participant,
      pair_version: version,
      actor: actor.userId,
      action: 'pair_manually',
      from_state: present?.state ?? null,
      to_state: 'locked',
      pair_before: before ?? null,
      pair_after: JSON.stringify({ team, sfiGroup }),
      rules_broken: checked.rules.map(({ rule }) => rule),
      note_sealed,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

interface NewRow extends Place {
  readonly points: number;
  readonly sealed: Buffer;
  readonly decision: string;
  readonly version: number;
  readonly region_version: number;
  readonly participant_district: string | null;
}

async function writePair(
  trx: Transaction<Database>,
  { proposal, checked }: PairByHand,
  present: PairRow | undefined,
  row: NewRow,
): Promise<void> {
  const { participant } = checked.pair;
  const { version, region, region_version, participant_district, ...place } = row;
  const written = {
    ...place,
    origin: 'manual',
    state: 'locked',
    ended_as: null,
    turned_down_by: null,
  } as const;
  if (present === undefined) {
    const where = { proposal, participant, region, region_version, participant_district };
    await trx
      .insertInto('pairs')
      .values({ ...where, ...written, state_reason: null })
      .execute();
    return;
  }
  await trx
    .updateTable('pairs')
    .set({ ...written, state_reason: null, version })
    .where('proposal', '=', proposal)
    .where('participant', '=', participant)
    .execute();
}

function storedOf({ pair, rules }: CheckedPair, reason: string): StoredPair {
  if (rules.length === 0) return pair;
  const all = (language: 'sv' | 'en') => rules.map((rule) => rule[language]).join(' ');
  const overridden = {
    reason,
    rules: rules.map(({ rule, sv, en }) => ({ rule, sv, en })),
    sv: `Regler som åsidosatts: ${all('sv')}`,
    en: `Rules that were set aside: ${all('en')}`,
  };
  return { ...pair, overridden };
}

const noReason: Text = {
  sv: 'Skriv med egna ord varför regeln åsidosätts.',
  en: 'Say in your own words why the rule is set aside.',
};
const heldAlready: Text = {
  sv: 'Paret är godtaget eller har gått vidare: ta tillbaka det först.',
  en: 'The pair has been accepted or has gone further: take that back first.',
};
