/** The cheapest capacity, whose problems follow from each other: one part. Stopped, it keeps the plan where there is one. */
import type { Failure } from '../../../../errors.ts';
import { applyScenario } from '../../../../scenarios/apply-scenario.ts';
import { roomFor } from '../../../../scenarios/capacity/candidates.ts';
import { cheapestCapacity } from '../../../../scenarios/capacity/capacity.ts';
import { capacitySchema } from '../../../../scenarios/capacity/capacity-format.ts';
import type { Ground, RunOrder } from '../../../scenarios/order.ts';
import type { QuestionOf } from '../../../scenarios/question.ts';
import { cannotBeAdded, openingsOf, refuseCostless } from '../capacity.ts';
import { solverWith } from '../settings.ts';
import { doneParts, type Work } from './work.ts';

export async function capacityWork(
  question: QuestionOf<'capacity'>,
  { policy, scenarios }: RunOrder,
  { region }: Ground,
): Promise<Work | Failure> {
  const { share, mostSeats, seed } = question;
  const named = scenarios.length === 0 ? null : scenarios.flatMap(openingsOf);
  const costless = refuseCostless(policy);
  if (costless) return costless;
  const { whole } = roomFor(region, policy, mostSeats, named);
  const extended = applyScenario(region, policy, { edits: [...whole] });
  if (extended.status === 'conflict') return cannotBeAdded(extended);
  return {
    part: async (_, run) => {
      const asked = { region, policy, share, mostSeats, named, seed };
      const outcome = await cheapestCapacity(asked, solverWith(question, run));
      if (outcome.status === 'conflict') throw new Error('what may open has been added before');
      const { capacity } = outcome;
      return run.signal.aborted && capacity.plan === null ? null : capacity;
    },
    together: async (parts) => doneParts(parts, capacitySchema)[0] ?? null,
  };
}
