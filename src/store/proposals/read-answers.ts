/** What a participant has answered, to a proposal and to those before it in its region: the latest first. The read is audited. */
import type { Action } from '../../domain/access/table.ts';
import { type ParticipantAnswer, participantAnswer } from '../../domain/participant-answer.ts';
import { type Acting, may, sees } from '../acting.ts';
import { appendAudit } from '../audit/append.ts';
import type { StoreData } from '../open-store.ts';
import { findPersonKey, openJson } from '../sealed-json.ts';
import { findPerson } from './person-target.ts';
import { answerContext } from './sealed-notes.ts';

interface RecordedAnswer {
  readonly id: number;
  /** The proposal that it answers. */
  readonly proposal: string;
  readonly at: Date;
  /** Who recorded it. */
  readonly by: string;
  readonly answer: ParticipantAnswer;
}

export type AnswersRead =
  | { readonly status: 'found'; readonly answers: readonly RecordedAnswer[] }
  | { readonly status: 'forbidden'; readonly right: Action }
  | { readonly status: 'not_found' };

export function readAnswers(
  { db, vault }: StoreData,
  { proposal, participant, actor }: { proposal: string; participant: string; actor: Acting },
): Promise<AnswersRead> {
  return db.transaction().execute(async (trx): Promise<AnswersRead> => {
    const person = await findPerson(trx, proposal, participant);
    if (person === undefined || !sees(actor, person.target)) return { status: 'not_found' };
    if (!may(actor, 'participant.answer', person.target))
      return { status: 'forbidden', right: 'participant.answer' };
    const { region } = person.proposal;
    const key = await findPersonKey(trx, vault, region, participant);
    if (key === null) return { status: 'found', answers: [] };
    const rows = await trx
      .selectFrom('answers')
      .innerJoin('proposals', 'proposals.id', 'answers.proposal')
      .innerJoin('users', 'users.id', 'answers.recorded_by')
      .select(['answers.id', 'answers.proposal', 'answers.at', 'answers.sealed', 'users.display_name as by'])
      .where('proposals.region', '=', region)
      .where('answers.participant', '=', participant)
      .orderBy('answers.id', 'desc')
      .execute();
    const answers = rows.map(({ sealed, ...row }) => ({
      ...row,
      answer: participantAnswer.parse(openJson(key, sealed, answerContext(row.proposal, participant))),
    }));
    await appendAudit(trx, {
      actor: actor.userId,
      action: 'participant.read',
      region,
      subject: participant,
      detail: { proposal, answers: answers.length },
    });
    return { status: 'found', answers };
  });
}
