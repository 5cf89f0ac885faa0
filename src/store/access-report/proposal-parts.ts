/** What proposals hold about one person: places, decisions, answers and cases, unsealed where the key is there. */
import type { Kysely } from 'kysely';
import type { ReportEntry } from '../../domain/access-report.ts';
import type { Person } from '../contacts.ts';
import {
  answerContext,
  caseAnswerContext,
  caseQuestionContext,
  decisionNoteContext,
  inputContext,
  toldContext,
} from '../proposals/sealed-notes.ts';
import { pairContext, unplacedContext } from '../proposals/sealed-pair.ts';
import type { Database } from '../schema/database.ts';
import { open, type PersonKey } from '../vault.ts';

type ProposalPart = 'inputs' | 'told' | 'pairs' | 'unplaced' | 'decisions' | 'answers' | 'cases';

export async function proposalParts(
  db: Kysely<Database>,
  person: Person,
  key: PersonKey | null,
): Promise<Readonly<Record<ProposalPart, readonly ReportEntry[]>>> {
  const text = (sealed: Uint8Array | null, context: string): string | null =>
    sealed === null || key === null ? null : open(key, sealed, context).toString();
  const json = (sealed: Uint8Array, context: string): unknown => JSON.parse(text(sealed, context) ?? 'null');
  const [inputs, told, pairs, unplaced, decisions, answers, cases] = [
    await inputsOf(db, person),
    await toldOf(db, person),
    await pairsOf(db, person),
    await unplacedOf(db, person),
    await decisionsOf(db, person),
    await answersOf(db, person),
    await casesOf(db, person),
  ];
  const { participant } = person;
  return {
    inputs: inputs.map(({ sealed, ...row }) => ({
      ...row,
      as_it_stood: json(sealed, inputContext(row.proposal, participant)),
    })),
    told: told.map(({ sealed, ...row }) => ({
      ...row,
      words: sealed === null ? null : json(sealed, toldContext(row.proposal, participant)),
    })),
    pairs: pairs.map(({ sealed, ...row }) => ({
      ...row,
      as_proposed: json(sealed, pairContext(row.proposal, participant)),
    })),
    unplaced: unplaced.map(({ sealed, ...row }) => ({
      ...row,
      as_proposed: json(sealed, unplacedContext(row.proposal, participant)),
    })),
    decisions: decisions.map(({ note_sealed, pair_version, ...row }) => ({
      ...row,
      note: text(note_sealed, decisionNoteContext(row.proposal, participant, pair_version)),
    })),
    answers: answers.map(({ sealed, ...row }) => ({
      ...row,
      answer: json(sealed, answerContext(row.proposal, participant)),
    })),
    cases: cases.map(({ question_sealed, answer_sealed, ...row }) => ({
      ...row,
      question: text(question_sealed, caseQuestionContext(row.proposal, participant)),
      answer: text(answer_sealed, caseAnswerContext(row.proposal, participant)),
    })),
  };
}

function inputsOf(db: Kysely<Database>, { region, participant }: Person) {
  return db
    .selectFrom('proposal_inputs')
    .innerJoin('proposals', 'proposals.id', 'proposal_inputs.proposal')
    .select(['proposal_inputs.proposal', 'requested_at', 'sealed'])
    .where('proposals.region', '=', region)
    .where('participant', '=', participant)
    .orderBy('requested_at')
    .orderBy('proposal')
    .execute();
}

function toldOf(db: Kysely<Database>, { region, participant }: Person) {
  return db
    .selectFrom('proposal_told')
    .innerJoin('proposals', 'proposals.id', 'proposal_told.proposal')
    .select(['proposal_told.proposal', 'requested_at', 'code', 'sealed'])
    .where('proposals.region', '=', region)
    .where('participant', '=', participant)
    .orderBy('requested_at')
    .orderBy('position')
    .execute();
}

function pairsOf(db: Kysely<Database>, { region, participant }: Person) {
  return db
    .selectFrom('pairs')
    .innerJoin('proposals', 'proposals.id', 'pairs.proposal')
    .select(['proposal', 'requested_at', 'team', 'sfi_group', 'unit', 'district', 'principal', 'points'])
    .select(['origin', 'state', 'ended_as', 'turned_down_by', 'state_reason', 'sealed'])
    .where('pairs.region', '=', region)
    .where('participant', '=', participant)
    .orderBy('requested_at')
    .orderBy('proposal')
    .execute();
}

function unplacedOf(db: Kysely<Database>, { region, participant }: Person) {
  return db
    .selectFrom('unplaced')
    .innerJoin('proposals', 'proposals.id', 'unplaced.proposal')
    .select(['proposal', 'requested_at', 'reason', 'sealed'])
    .where('unplaced.region', '=', region)
    .where('participant', '=', participant)
    .orderBy('requested_at')
    .orderBy('proposal')
    .execute();
}

function decisionsOf(db: Kysely<Database>, { region, participant }: Person) {
  return db
    .selectFrom('decisions')
    .innerJoin('proposals', 'proposals.id', 'decisions.proposal')
    .select(['decisions.proposal', 'at', 'action', 'from_state', 'to_state', 'pair_before', 'pair_after'])
    .select(['turned_down_by', 'reason', 'rules_broken', 'pair_version', 'note_sealed'])
    .where('proposals.region', '=', region)
    .where('participant', '=', participant)
    .orderBy('seq')
    .execute();
}

function answersOf(db: Kysely<Database>, { region, participant }: Person) {
  return db
    .selectFrom('answers')
    .innerJoin('proposals', 'proposals.id', 'answers.proposal')
    .select(['answers.proposal', 'at', 'sealed'])
    .where('proposals.region', '=', region)
    .where('participant', '=', participant)
    .orderBy('answers.id')
    .execute();
}

function casesOf(db: Kysely<Database>, { region, participant }: Person) {
  return db
    .selectFrom('cases')
    .innerJoin('proposals', 'proposals.id', 'cases.proposal')
    .select(['cases.proposal', 'opened_at', 'answered_at', 'question_sealed', 'answer_sealed'])
    .where('proposals.region', '=', region)
    .where('participant', '=', participant)
    .orderBy('opened_at')
    .execute();
}
