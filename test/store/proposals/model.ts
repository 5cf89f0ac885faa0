/**
 * What the store must do, in memory and one thing after another: pairs, their versions and who may do what. Of two commands at once, the
 * store's outcomes must be those of one order or the other.
 */
import { type Grant, mayDo } from '../../../src/domain/access/grants.ts';
import { type PairState, type PairStep, rightFor, transition } from '../../../src/domain/pair-life.ts';

interface ModelPair {
  readonly team: string;
  readonly version: number;
  readonly state: PairState;
}

export interface Model {
  /** Of the region's pointer. */
  readonly pointer: number;
  readonly pairs: ReadonlyMap<string, ModelPair>;
  readonly answers: number;
  /** Decisions, answers: what the log must have. */
  readonly entries: number;
}

export type Command =
  | {
      readonly kind: 'step';
      readonly participant: string;
      readonly expectedVersion: number;
      readonly step: PairStep;
    }
  | {
      readonly kind: 'by_hand';
      readonly participant: string;
      readonly expectedVersion: number;
      readonly pointer: number;
      readonly team: string;
      readonly displaced: readonly { readonly participant: string; readonly team: string }[];
    }
  | { readonly kind: 'answer'; readonly participant: string };

export const seatsPerTeam = 3;
const everybody = /^p00\d$/;

/** Even teams are Farsta's, odd ones Skärholmen's. */
export function placeOf(team: string) {
  const district = Number(team.slice(1)) % 2 === 0 ? 'Farsta' : 'Skärholmen';
  return { district, principal: district, team };
}

export function apply(
  model: Model,
  grants: readonly Grant[],
  region: string,
  command: Command,
): readonly [string, Model] {
  const may = (action: Parameters<typeof mayDo>[1], team: string | undefined) =>
    mayDo(grants, action, team === undefined ? { region, waiting: true } : { region, ...placeOf(team) });
  const pair = model.pairs.get(command.participant);
  switch (command.kind) {
    case 'answer': {
      if (!everybody.test(command.participant) || !may('participant.read', pair?.team))
        return ['not_found', model];
      if (!may('participant.answer', pair?.team)) return ['forbidden', model];
      return ['recorded', { ...model, answers: model.answers + 1, entries: model.entries + 1 }];
    }
    case 'step': {
      const { step } = command;
      if (pair === undefined || !may('participant.read', pair.team)) return ['not_found', model];
      if (!may(rightFor(step), pair.team)) return ['forbidden', model];
      if (pair.version !== command.expectedVersion) return ['changed_meanwhile', model];
      const full =
        step.step === 'take_back' &&
        pair.state.status === 'turned_down' &&
        taken(model, pair.team) >= seatsPerTeam;
      const moved = transition(pair.state, step);
      if (full || moved.status === 'refused') return ['refused', model];
      const after = withPair(model, command.participant, {
        ...pair,
        version: pair.version + 1,
        state: moved.state,
      });
      return ['decided', { ...after, pointer: model.pointer + (step.step === 'take_back' ? 1 : 0) }];
    }
    case 'by_hand': {
      const { participant, team, displaced } = command;
      if (command.pointer !== model.pointer) return ['check_again', model];
      if (!may('participant.read', pair?.team)) return ['not_found', model];
      if (!may('pair.manual', team) || !may('pair.manual', pair?.team)) return ['forbidden', model];
      if ((pair?.version ?? 0) !== command.expectedVersion)
        return [pair === undefined ? 'check_again' : 'changed_meanwhile', model];
      if (pair !== undefined && !['proposed', 'locked', 'turned_down'].includes(pair.state.status))
        return ['refused', model];
      let after = model;
      for (const gone of displaced) {
        const theirs = model.pairs.get(gone.participant);
        if (theirs?.state.status !== 'proposed' || theirs.team !== gone.team) return ['check_again', model];
        const state = { status: 'turned_down', by: 'officer', reason: 'seat_given', note: '' } as const;
        after = withPair(after, gone.participant, { ...theirs, version: theirs.version + 1, state });
        after = { ...after, entries: after.entries - 1 };
      }
      after = withPair(after, participant, {
        team,
        version: (pair?.version ?? 0) + 1,
        state: { status: 'locked' },
      });
      return ['paired', { ...after, pointer: model.pointer + 1 }];
    }
  }
}

/** Those who stand in a team. */
export function taken({ pairs }: Model, team: string): number {
  return [...pairs.values()].filter(
    (pair) => pair.team === team && !['ended', 'turned_down'].includes(pair.state.status),
  ).length;
}

function withPair(model: Model, participant: string, pair: ModelPair): Model {
  return { ...model, pairs: new Map(model.pairs).set(participant, pair), entries: model.entries + 1 };
}
