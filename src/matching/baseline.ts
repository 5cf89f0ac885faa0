import type { Canonical } from '../../solver/canonical.ts';
import { checkAssignment } from '../../solver/certificate/assignment.ts';
import { solveGreedily } from '../../solver/engines/greedy.ts';
import { canonicalParticipants, originalAssignment } from '../../solver/original.ts';
import type { Assigned } from '../../solver/solution.ts';
import type { Region } from '../domain/region.ts';
import { byText } from './order.ts';

/** What would have happened by hand, and what a proposal is shown against: everyone in turn takes the best that is left. */
export type Baseline = Pick<Assigned, 'chosen' | 'objective' | 'broken'>;

/** Participants (rows) in the order in which they are served by hand: by the day of the permit, then of arrival, then by id. */
export function arrivalOrder({ participants }: Region): Int32Array {
  return Int32Array.from(participants.keys()).sort((a, b) => {
    const [x, y] = [participants[a], participants[b]];
    return byText(x.permit_date, y.permit_date) || byText(x.arrived_on, y.arrived_on) || byText(x.id, y.id);
  });
}

/** The baseline of a region's problem. Deterministic: it needs no clock, hears no signal, and the seed decides nothing but the canonical form. */
export function baselineOf(region: Region, canonical: Canonical): Baseline {
  const { chosen } = solveGreedily(canonical.problem, {
    gap: 0,
    seed: 0,
    timeLimitMs: Number.POSITIVE_INFINITY,
    now: () => 0,
    order: canonicalParticipants(canonical, arrivalOrder(region)),
  });
  const { objective, violations } = checkAssignment(canonical.problem, chosen);
  const broken = violations.flatMap((violation) =>
    violation.kind === 'constraint' ? [canonical.constraintOf[violation.constraint]] : [],
  );
  return { chosen: originalAssignment(canonical, chosen), objective, broken };
}
