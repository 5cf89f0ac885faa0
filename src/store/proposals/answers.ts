/** What participants answer to a proposal, as an officer records it: each answer stays, the latest to the same place counts (matching/again). */
import { type Kysely, sql } from 'kysely';
import type { Action } from '../../domain/access/table.ts';
import { type ParticipantAnswer, participantAnswer } from '../../domain/participant-answer.ts';
import type { Text } from '../../domain/text.ts';
import { type Acting, may, sees } from '../acting.ts';
import { appendAudit } from '../audit/append.ts';
import type { StoreData } from '../open-store.ts';
import type { Database } from '../schema/database.ts';
import { findPersonKey, openJson, sealJson } from '../sealed-json.ts';
import type { PersonKey } from '../vault.ts';
import { erased } from './decide.ts';
import { findPerson } from './person-target.ts';
import { answerContext } from './sealed-notes.ts';

export interface AnswerGiven {
  readonly proposal: string;
  readonly answer: ParticipantAnswer;
  readonly actor: Acting;
}

export type AnswerOutcome =
  | { readonly status: 'recorded'; readonly id: number }
  | { readonly status: 'refused'; readonly text: Text }
  | { readonly status: 'forbidden'; readonly right: Action }
  | { readonly status: 'not_found' };

export function recordAnswer({ db, vault }: StoreData, given: AnswerGiven): Promise<AnswerOutcome> {
  const { proposal, answer, actor } = given;
  const { participant } = answer;
  return db.transaction().execute(async (trx): Promise<AnswerOutcome> => {
    const person = await findPerson(trx, proposal, participant);
    if (person === undefined || !sees(actor, person.target)) return { status: 'not_found' };
    if (!may(actor, 'participant.answer', person.target))
      return { status: 'forbidden', right: 'participant.answer' };
    const { region, regionVersion } = person.proposal;
    const unknown = await unknownPlaces(trx, regionVersion, answer);
    if (unknown.length > 0) return { status: 'refused', text: notThere(unknown) };
    const key = await findPersonKey(trx, vault, region, participant);
    if (key === null) return { status: 'refused', text: erased };
    const { id } = await trx
      .insertInto('answers')
      .values({
        proposal,
        participant,
        sealed: sealJson(key, answer, answerContext(proposal, participant)),
        recorded_by: actor.userId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await appendAudit(trx, {
      actor: actor.userId,
      action: 'participant.answer',
      region,
      subject: participant,
      detail: { proposal, answer: id },
    });
    return { status: 'recorded', id };
  });
}

/** The answers that people have given to any proposal of a region, by participant, the earliest first. */
export async function findAnswers(
  db: Kysely<Database>,
  keys: ReadonlyMap<string, PersonKey>,
  region: string,
): Promise<ReadonlyMap<string, readonly ParticipantAnswer[]>> {
  const rows = await db
    .selectFrom('answers')
    .innerJoin('proposals', 'proposals.id', 'answers.proposal')
    .select(['answers.proposal', 'answers.participant', 'answers.sealed'])
    .where('proposals.region', '=', region)
    .where(sql<boolean>`answers.participant = any(${[...keys.keys()]}::text[])`)
    .orderBy('answers.id')
    .execute();
  const opened = rows.flatMap(({ proposal, participant, sealed }) => {
    const key = keys.get(participant);
    if (key === undefined) return [];
    return [participantAnswer.parse(openJson(key, sealed, answerContext(proposal, participant)))];
  });
  return Map.groupBy(opened, ({ participant }) => participant);
}

async function unknownPlaces(
  db: Kysely<Database>,
  version: number,
  { team, sfi_group, wishes, avoids }: ParticipantAnswer,
): Promise<readonly string[]> {
  const named = {
    teams: team === undefined ? [] : [team],
    sfi_groups: sfi_group === undefined ? [] : [sfi_group],
    units: [...wishes, ...avoids],
  };
  const unknown: string[] = [];
  for (const [table, ids] of [
    ['teams', named.teams],
    ['sfi_groups', named.sfi_groups],
    ['units', named.units],
  ] as const) {
    const found = await db
      .selectFrom(table)
      .select('id')
      .where('version', '=', version)
      .where(sql<boolean>`id = any(${ids}::text[])`)
      .execute();
    const known = new Set(found.map(({ id }) => id));
    unknown.push(...ids.filter((id) => !known.has(id)));
  }
  return unknown;
}

function notThere(ids: readonly string[]): Text {
  const all = ids.join(', ');
  return { sv: `Finns inte i regionen: ${all}.`, en: `Not in the region: ${all}.` };
}
