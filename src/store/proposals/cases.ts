/**
 * A participant contests a proposal: an officer takes down what they say, and a person answers it, once. Both texts lie sealed under the
 * person's key, and only whoever may answer reads them.
 */
import type { Transaction } from 'kysely';
import type { Action } from '../../domain/access/table.ts';
import type { Text } from '../../domain/text.ts';
import { type Acting, may, sees } from '../acting.ts';
import { appendAudit } from '../audit/append.ts';
import type { StoreData } from '../open-store.ts';
import type { Database } from '../schema/database.ts';
import { findPersonKey } from '../sealed-json.ts';
import { open, seal } from '../vault.ts';
import { erased } from './decide.ts';
import { findPerson, type PersonTarget } from './person-target.ts';
import { caseAnswerContext, caseQuestionContext } from './sealed-notes.ts';

type Refusal =
  | { readonly status: 'refused'; readonly text: Text }
  | { readonly status: 'forbidden'; readonly right: Action }
  | { readonly status: 'not_found' };

export function openCase(
  { db, vault }: StoreData,
  given: {
    readonly proposal: string;
    readonly participant: string;
    readonly question: string;
    readonly actor: Acting;
  },
): Promise<{ readonly status: 'opened'; readonly id: string } | Refusal> {
  const { proposal, participant, question, actor } = given;
  return db.transaction().execute(async (trx) => {
    const person = await findPerson(trx, proposal, participant);
    const refused = refusalOf(actor, 'contest.open', person);
    if (refused !== null || person === undefined) return refused ?? notFound;
    const { region } = person.proposal;
    const key = await findPersonKey(trx, vault, region, participant);
    if (key === null) return { status: 'refused', text: erased } as const;
    const { id } = await trx
      .insertInto('cases')
      .values({
        proposal,
        participant,
        participant_district: person.district,
        question_sealed: seal(key, Buffer.from(question), caseQuestionContext(proposal, participant)),
        opened_by: actor.userId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await audit(trx, actor, 'contest.open', region, participant, id);
    return { status: 'opened', id } as const;
  });
}

export function answerCase(
  { db, vault }: StoreData,
  given: {
    readonly id: string;
    readonly expectedVersion: number;
    readonly answer: string;
    readonly actor: Acting;
  },
): Promise<
  | { readonly status: 'answered'; readonly version: number }
  | { readonly status: 'answered_meanwhile' }
  | Refusal
> {
  const { id, expectedVersion, answer, actor } = given;
  return db.transaction().execute(async (trx) => {
    const found = await trx
      .selectFrom('cases')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (found === undefined) return notFound;
    const { proposal, participant, version } = found;
    const person = await findPerson(trx, proposal, participant);
    const refused = refusalOf(actor, 'contest.answer', person);
    if (refused !== null || person === undefined) return refused ?? notFound;
    if (version !== expectedVersion) return { status: 'answered_meanwhile' } as const;
    if (found.answered_at !== null) return { status: 'refused', text: answeredAlready } as const;
    const { region } = person.proposal;
    const key = await findPersonKey(trx, vault, region, participant);
    if (key === null) return { status: 'refused', text: erased } as const;
    await trx
      .updateTable('cases')
      .set((eb) => ({
        answer_sealed: seal(key, Buffer.from(answer), caseAnswerContext(proposal, participant)),
        answered_at: eb.fn<Date>('now'),
        answered_by: actor.userId,
        version: version + 1,
      }))
      .where('id', '=', id)
      .execute();
    await audit(trx, actor, 'contest.answer', region, participant, id);
    return { status: 'answered', version: version + 1 } as const;
  });
}

export interface OpenedCase {
  readonly id: string;
  readonly proposal: string;
  readonly participant: string;
  readonly version: number;
  readonly openedAt: Date;
  readonly answeredAt: Date | null;
  /** Null where the person has been erased. */
  readonly question: string | null;
  /** Null too where nobody has answered yet. */
  readonly answer: string | null;
}

/** One case with its texts. The read is audited. */
export function readCase(
  { db, vault }: StoreData,
  { id, actor }: { readonly id: string; readonly actor: Acting },
): Promise<{ readonly status: 'found'; readonly case: OpenedCase } | { readonly status: 'not_found' }> {
  return db.transaction().execute(async (trx) => {
    const found = await trx.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();
    if (found === undefined) return notFound;
    const { proposal, participant, version } = found;
    const person = await findPerson(trx, proposal, participant);
    if (person === undefined || !may(actor, 'contest.answer', person.target)) return notFound;
    const { region } = person.proposal;
    const key = await findPersonKey(trx, vault, region, participant);
    const read = (sealed: Buffer | null, context: string) =>
      key === null || sealed === null ? null : open(key, sealed, context).toString();
    await audit(trx, actor, 'participant.read', region, participant, id);
    return {
      status: 'found',
      case: {
        id,
        proposal,
        participant,
        version,
        openedAt: found.opened_at,
        answeredAt: found.answered_at,
        question: read(found.question_sealed, caseQuestionContext(proposal, participant)),
        answer: read(found.answer_sealed, caseAnswerContext(proposal, participant)),
      },
    } as const;
  });
}

function refusalOf(
  actor: Acting,
  right: 'contest.open' | 'contest.answer',
  person: PersonTarget | undefined,
): Refusal | null {
  if (person === undefined || !sees(actor, person.target)) return notFound;
  return may(actor, right, person.target) ? null : { status: 'forbidden', right };
}

function audit(
  trx: Transaction<Database>,
  actor: Acting,
  action: Action,
  region: string,
  subject: string,
  id: string,
): Promise<void> {
  return appendAudit(trx, { actor: actor.userId, action, region, subject, detail: { case: id } });
}

const notFound = { status: 'not_found' } as const;

const answeredAlready: Text = {
  sv: 'Invändningen har redan fått ett svar.',
  en: 'The objection has been answered already.',
};
