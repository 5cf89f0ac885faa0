/** Proposals and their pairs, and what people decided and answered. */
import type { Generated } from 'kysely';
import type { PairState, PairStatus, PairStepName } from '../../domain/pair-life.ts';
import type {
  Fixed,
  FixedDefault,
  FixedJson,
  Given,
  Optional,
  OptionalFixed,
  OptionalFixedJson,
  OptionalJson,
  Version,
} from './columns.ts';

type ProposalStatus = 'requested' | 'running' | 'proposed' | 'failed' | 'cancelled';
type DecisionAction = PairStepName | 'pair_manually';
type TurnedDownBy = Extract<PairState, { status: 'turned_down' }>['by'];
type EndedAs = Extract<PairState, { status: 'ended' }>['how'];

export interface ProposalTable {
  readonly id: FixedDefault<string>;
  readonly region: Fixed<string>;
  readonly region_version: Fixed<number>;
  readonly policy: Fixed<number>;
  /** What it was asked to keep. */
  readonly previous: OptionalFixed<string>;
  readonly seed: Fixed<number>;
  readonly settings: FixedJson;
  readonly status: Generated<ProposalStatus>;
  readonly version: Version;
  readonly requested_at: FixedDefault<Date>;
  readonly requested_by: OptionalFixed<string>;
  readonly started_at: Optional<Date>;
  readonly ended_at: Optional<Date>;
  /** SHA-256 of the problem that was solved. */
  readonly problem_digest: Optional<string>;
  /** Prices, cuts and tree, compressed: what the proof takes beside the problem. */
  readonly solution: Optional<Buffer>;
  /** The proposal without prices, pairs and unplaced. */
  readonly summary: OptionalJson;
  readonly failure: OptionalJson;
  /** Seats held in reserve when it was first run; null before. */
  readonly held_seats: OptionalJson;
  /** When it became the one that stands in its region; null for a draft. */
  readonly kept_at: Optional<Date>;
  readonly kept_by: Optional<string>;
}

/** The proposal that stands in a region: the one whose pairs are decided on. */
export interface StandingProposalTable {
  readonly region: Fixed<string>;
  readonly proposal: string;
  /** Goes up with whatever changes who takes which seat: another proposal, a pair made by hand, a refusal taken back. */
  readonly version: Version;
}

/** Written once: what people had decided and answered about a participant when a proposal was asked for again. */
export interface ProposalInputTable {
  /** The new one. */
  readonly proposal: Fixed<string>;
  readonly participant: Fixed<string>;
  /** Of the pair in the previous proposal; null where there was none. */
  readonly pair_version: OptionalFixed<number>;
  readonly sealed: Fixed<Buffer>;
}

/** Written once: what could not be kept as it stood when the proposal was asked for again. */
export interface ToldTable {
  readonly proposal: Fixed<string>;
  /** 1, 2, 3 ... within the proposal. */
  readonly position: Fixed<number>;
  readonly code: Fixed<string>;
  /** Whom it is about, with the words under that person's key; else the place, with its words. */
  readonly participant: OptionalFixed<string>;
  readonly sealed: OptionalFixed<Buffer>;
  readonly place: OptionalFixed<string>;
  readonly text: OptionalFixedJson;
}

/** The pair that now stands for a participant in a proposal; how it came to, decisions tell. */
export interface PairTable {
  readonly proposal: Fixed<string>;
  readonly participant: Fixed<string>;
  readonly region: Fixed<string>;
  readonly region_version: Fixed<number>;
  readonly participant_district: OptionalFixed<string>;
  readonly team: string;
  readonly sfi_group: string;
  readonly unit: string;
  /** Of the unit. */
  readonly district: string;
  /** Of the unit. */
  readonly principal: string;
  readonly points: number;
  readonly origin: 'proposed' | 'kept' | 'manual';
  /** The pair as the proposal has it, with its terms, under the person's key. */
  readonly sealed: Buffer;
  readonly state: Generated<PairStatus>;
  readonly ended_as: Optional<EndedAs>;
  readonly turned_down_by: Optional<TurnedDownBy>;
  /** Why it was turned down or left early: a code. */
  readonly state_reason: Optional<string>;
  /** What made the state that it is in, with its note; it may have been decided of the same pair in an earlier proposal. */
  readonly decision: Optional<string>;
  readonly version: Version;
}

export interface UnplacedTable {
  readonly proposal: Fixed<string>;
  readonly participant: Fixed<string>;
  readonly region: Fixed<string>;
  readonly region_version: Fixed<number>;
  readonly participant_district: OptionalFixed<string>;
  /** The reason's code. */
  readonly reason: Fixed<string>;
  /** As the proposal has it, under the person's key. */
  readonly sealed: Fixed<Buffer>;
}

/** Written once. A decision makes one version of its pair, so that of two at once only one can be. */
export interface DecisionTable {
  readonly id: FixedDefault<string>;
  readonly seq: Given<number>;
  readonly proposal: Fixed<string>;
  readonly participant: Fixed<string>;
  /** The version of the pair that it made. */
  readonly pair_version: Fixed<number>;
  readonly at: FixedDefault<Date>;
  readonly actor: Fixed<string>;
  readonly action: Fixed<DecisionAction>;
  readonly from_state: OptionalFixed<PairStatus>;
  readonly to_state: Fixed<PairStatus>;
  /** Team and SFI group. */
  readonly pair_before: OptionalFixedJson;
  readonly pair_after: FixedJson;
  readonly turned_down_by: OptionalFixed<TurnedDownBy>;
  /** A code, of turning down or leaving early. */
  readonly reason: OptionalFixed<string>;
  /** Codes of the rules that were overridden. */
  readonly rules_broken: FixedDefault<string[]>;
  /** Free text, under the person's key. */
  readonly note_sealed: OptionalFixed<Buffer>;
}

/** A participant's own word on a proposal; the latest counts, earlier ones stay. */
export interface AnswerTable {
  readonly id: Given<number>;
  readonly proposal: Fixed<string>;
  readonly participant: Fixed<string>;
  /** The answer (domain/participant-answer.ts), under the person's key. */
  readonly sealed: Fixed<Buffer>;
  readonly at: FixedDefault<Date>;
  readonly recorded_by: Fixed<string>;
}

/** A participant contests a proposal, and a person answers. */
export interface CaseTable {
  readonly id: FixedDefault<string>;
  readonly proposal: Fixed<string>;
  readonly participant: Fixed<string>;
  readonly participant_district: OptionalFixed<string>;
  readonly question_sealed: Fixed<Buffer>;
  readonly opened_at: FixedDefault<Date>;
  readonly opened_by: Fixed<string>;
  readonly answer_sealed: Optional<Buffer>;
  readonly answered_at: Optional<Date>;
  readonly answered_by: Optional<string>;
  readonly version: Version;
}
