/** What a question about the cheapest capacity takes, wherever it comes from. */
import type { Policy } from '../../../domain/policy.ts';
import { type Failure, failure } from '../../../errors.ts';
import type { OpeningEdit } from '../../../scenarios/capacity/candidates.ts';
import type { CapacityOutcome } from '../../../scenarios/capacity/capacity.ts';
import type { Scenario } from '../../../scenarios/scenario-format.ts';

/** The teams and groups that a scenario opens. */
export function openingsOf({ edits }: Pick<Scenario, 'edits'>): readonly OpeningEdit[] {
  return edits.filter((edit) => edit.kind === 'open_team' || edit.kind === 'add_sfi_group');
}

/** Null where something has a cost. */
export function refuseCostless({ costs = {} }: Policy): Failure | null {
  return Object.keys(costs).length === 0 ? withoutCosts : null;
}

export function cannotBeAdded({ faults }: Extract<CapacityOutcome, { status: 'conflict' }>): Failure {
  const detail = { sv: 'Det som kan öppnas går inte att lägga till.', en: 'What may open cannot be added.' };
  return failure('input_refused', detail, faults);
}

const withoutCosts = failure('usage', {
  sv: 'Policyn säger inte vad något kostar: sätt costs.team_seat, costs.supervisor, costs.sfi_seat, costs.team eller costs.sfi_group.',
  en: 'The policy does not say what anything costs: set costs.team_seat, costs.supervisor, costs.sfi_seat, costs.team or costs.sfi_group.',
});
