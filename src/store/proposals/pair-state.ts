/** A pair's state as columns that queries can filter by, and back. What was written in words lies sealed with the decision. */
import { type PairState, pairState } from '../../domain/pair-life.ts';

interface StateColumns {
  readonly state: PairState['status'];
  readonly ended_as: 'completed' | 'left_early' | null;
  readonly turned_down_by: 'participant' | 'school' | 'officer' | null;
  readonly state_reason: string | null;
}

export function columnsOf(state: PairState): StateColumns {
  return {
    state: state.status,
    ended_as: state.status === 'ended' ? state.how : null,
    turned_down_by: state.status === 'turned_down' ? state.by : null,
    state_reason: 'reason' in state ? state.reason : null,
  };
}

/** `note` is what was written when it came to this, where it has been opened. */
export function stateOf(
  { state, ended_as, turned_down_by, state_reason }: StateColumns,
  note = '',
): PairState {
  return pairState.parse({
    status: state,
    ...(ended_as !== null && { how: ended_as }),
    ...(turned_down_by !== null && { by: turned_down_by }),
    ...(state_reason !== null && { reason: state_reason, note }),
  });
}
