/**
 * A person of whom the store holds something in every table, beside another of whom it does too: for what must find all about one and nothing
 * about the other. What is told of each contains their own word, so that a search shows whose it is.
 */
import type { Region } from '../../src/domain/region.ts';
import { appendAudit } from '../../src/store/audit/append.ts';
import { saveContact } from '../../src/store/contacts.ts';
import { addOutcomes } from '../../src/store/followup/outcomes.ts';
import type { Store } from '../../src/store/open-store.ts';
import { findPersonKeys } from '../../src/store/person-keys.ts';
import {
  answerContext,
  caseAnswerContext,
  caseQuestionContext,
  decisionNoteContext,
  inputContext,
  toldContext,
} from '../../src/store/proposals/sealed-notes.ts';
import { pairContext, unplacedContext } from '../../src/store/proposals/sealed-pair.ts';
import { saveRegionVersion } from '../../src/store/regions/save-region-version.ts';
import { type PersonKey, seal } from '../../src/store/vault.ts';
import { smallRegion } from '../files/small-region.ts';

export const anna = 'kotte-4711';
export const bo = 'gran-4712';
/** Each person's own word. */
export const words: Readonly<Record<string, string>> = { [anna]: 'Hemligvik', [bo]: 'Tystberga' };

export interface Trail {
  readonly region: string;
  readonly version: number;
  readonly officer: string;
  /** In which both have a pair, still only proposed. */
  readonly proposal: string;
  /** In which both were left without a place. */
  readonly empty: string;
}

/** The region whose period ended on `to`. */
export function trailRegion(to = '2004-12-31'): Region {
  const [first] = smallRegion.participants;
  const persons = [anna, bo];
  return {
    ...smallRegion,
    period: { from: '2004-01-01', to },
    participants: persons.map((id) => ({ ...first, id, area: words[id], lat: 59.24, lon: 18.09 })),
    participant_languages: persons.map((participant) => ({ participant, language: 'som', level: 'native' })),
    areas: [],
    sessions: smallRegion.sessions.filter(({ owner }) => owner !== 'participant'),
    extracts: [],
    decisions: [],
  };
}

export async function leaveTrail(store: Store, region: string, to?: string): Promise<Trail> {
  const saved = await saveRegionVersion(store, {
    region,
    content: trailRegion(to),
    digest: 'ab'.repeat(32),
    note: '',
    importedBy: null,
    follows: 0,
  });
  if (saved.status !== 'saved') throw new Error(saved.status);
  const version = saved.version.id;
  const { id: officer } = await store.db
    .insertInto('users')
    .values({ login: `officer-${region}`, display_name: 'Officer' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: policy } = await store.db
    .insertInto('policies')
    .values({ region, number: 1, policy: '{}', note: '' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const proposal = await requestProposal(store, region, version, policy);
  const empty = await requestProposal(store, region, version, policy);
  const trail = { region, version, officer, proposal, empty };
  const { keys } = await findPersonKeys(store.db, store.vault, region, [anna, bo]);
  for (const [person, key] of keys) {
    await leaveRows(store, trail, person, key);
    await leaveFollowup(store, trail, person, key);
  }
  return trail;
}

async function requestProposal(
  store: Store,
  region: string,
  version: number,
  policy: number,
): Promise<string> {
  const { id } = await store.db
    .insertInto('proposals')
    .values({ region, region_version: version, policy, seed: 0, settings: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function leaveRows(store: Store, trail: Trail, participant: string, key: PersonKey): Promise<void> {
  const { region, version: region_version, officer, proposal, empty } = trail;
  const { db } = store;
  const word = words[participant];
  const sealed = (value: string, context: string) => seal(key, Buffer.from(value), context);
  const [unit] = smallRegion.units;
  const shared = { participant, region, region_version };
  await db
    .insertInto('pairs')
    .values({
      ...shared,
      proposal,
      team: smallRegion.teams[0].id,
      sfi_group: smallRegion.sfi_groups[0].id,
      unit: unit.id,
      district: unit.district,
      principal: unit.principal,
      points: 1_234,
      origin: 'proposed',
      sealed: sealed(
        JSON.stringify({ terms: [{ term: word, points: 12 }] }),
        pairContext(proposal, participant),
      ),
    })
    .execute();
  await db
    .insertInto('unplaced')
    .values({
      ...shared,
      proposal: empty,
      reason: 'no_seat',
      sealed: sealed(JSON.stringify({ why: word }), unplacedContext(empty, participant)),
    })
    .execute();
  const { id: decision } = await db
    .insertInto('decisions')
    .values({
      proposal,
      participant,
      pair_version: 2,
      actor: officer,
      action: 'turn_down',
      to_state: 'turned_down',
      pair_after: '{}',
      turned_down_by: 'participant',
      reason: 'too_far',
      note_sealed: sealed(`note ${word}`, decisionNoteContext(proposal, participant, 2)),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .updateTable('pairs')
    .set({ decision })
    .where('proposal', '=', proposal)
    .where('participant', '=', participant)
    .execute();
  await db
    .insertInto('answers')
    .values({
      proposal,
      participant,
      sealed: sealed(JSON.stringify({ wishes: [`wish ${word}`] }), answerContext(proposal, participant)),
      recorded_by: officer,
    })
    .execute();
  await db
    .insertInto('cases')
    .values({
      proposal,
      participant,
      question_sealed: sealed(`why ${word}`, caseQuestionContext(proposal, participant)),
      opened_by: officer,
      answer_sealed: sealed(`because ${word}`, caseAnswerContext(proposal, participant)),
      answered_at: new Date(0),
      answered_by: officer,
    })
    .execute();
  await db
    .insertInto('proposal_inputs')
    .values({
      proposal,
      participant,
      sealed: sealed(JSON.stringify({ kept: word }), inputContext(proposal, participant)),
    })
    .execute();
  const contact = { name: `Name ${word}`, phone: '070-123 45 67' };
  await saveContact(store, { region, participant, contact, seen: 0, actor: officer, at: new Date(0) });
  await db.transaction().execute((transaction) =>
    appendAudit(transaction, {
      actor: officer,
      action: 'participant.read',
      region,
      subject: participant,
      detail: {},
    }),
  );
}

async function leaveFollowup(
  { db }: Store,
  { region, officer, proposal }: Trail,
  participant: string,
  key: PersonKey,
): Promise<void> {
  const word = words[participant];
  const told = JSON.stringify({ sv: `borta ${word}`, en: word });
  await db
    .insertInto('proposal_told')
    .values({
      proposal,
      position: participant === anna ? 1 : 2,
      code: 'place_gone',
      participant,
      sealed: seal(key, Buffer.from(told), toldContext(proposal, participant)),
    })
    .execute();
  await db.transaction().execute((transaction) => {
    const day = '2005-01-31';
    const outcome = { participant, event: 'started' as const, on: day, recorded_by: word, recorded_on: day };
    return addOutcomes(transaction, region, new Map([[participant, key]]), [outcome], officer);
  });
}
