import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProblemBuilder } from '../../solver/builder.ts';
import { type Policy, policySchema } from '../../src/domain/policy.ts';
import type { Region } from '../../src/domain/region.ts';
import { findChoices } from '../../src/matching/matching.ts';
import { applyScenario } from '../../src/scenarios/apply-scenario.ts';
import { cheapestCapacity } from '../../src/scenarios/capacity/capacity.ts';
import { type Capacity, capacitySchema } from '../../src/scenarios/capacity/capacity-format.ts';
import type { Edit } from '../../src/scenarios/edits/index.ts';
import { bruteForce } from '../solver/brute-force.ts';
import { editedBy, example } from './example.ts';
import { smallTown } from './small-town.ts';
import { exactly } from './solver.ts';

const costs = { team_seat: 3, supervisor: 4, sfi_seat: 2, sfi_group: 5 };
const policy = policySchema.parse({
  equity: { placement_tolerance: 60, points_tolerance: null, smallest_group: 1 },
  costs,
});

async function capacityOf(region: Region, by: Policy, share: number | null): Promise<Capacity> {
  const asked = { region, policy: by, share, mostSeats: 1, named: null, seed: 0 };
  const outcome = await cheapestCapacity(asked, exactly);
  if (outcome.status === 'conflict') throw new Error(JSON.stringify(outcome.faults));
  return capacitySchema.parse(outcome.capacity);
}

/** How many can be placed with the hard demands kept, by trying every assignment. */
function mostPlaced(region: Region): number {
  const { options, rows, teller } = findChoices(region, policy);
  const builder = createProblemBuilder();
  for (const { id } of region.participants) builder.participant(id);
  const kept = rows.map(({ id, limit, penalty }) =>
    penalty === Infinity ? builder.constraint(id, limit) : -1,
  );
  const tell = teller((row, amount) => {
    if (kept[row] >= 0) builder.use(kept[row], amount);
  });
  for (let k = 0; k < options.participant.length; k++) {
    builder.option(options.participant[k], 1);
    tell(k);
  }
  return bruteForce(builder.build()) ?? 0;
}

interface TriedPlan {
  readonly cost: number;
  readonly edits: readonly Edit[];
}

/** Every set of openings with what it costs: a twin a group, a seat more a team and group, as many supervisors as its seats can use. */
function allPlans(region: Region): readonly TriedPlan[] {
  const upTo = (most: number, cost: number, edit: (by: number) => Edit): readonly TriedPlan[] =>
    Array.from({ length: most + 1 }, (_, by) => ({ cost: by * cost, edits: by === 0 ? [] : [edit(by)] }));
  // Twins first: they are like today's groups.
  const choices = [
    ...region.sfi_groups.map(({ id }) =>
      upTo(1, costs.sfi_group, () => ({ kind: 'add_sfi_group', id: `${id}-twin`, like: id })),
    ),
    ...region.sfi_groups.map(({ id: group }) =>
      upTo(1, costs.sfi_seat, (by) => ({ kind: 'sfi_seats', group, by })),
    ),
    ...region.teams.map(({ id: team }) =>
      upTo(1, costs.team_seat, (by) => ({ kind: 'team_seats', team, by })),
    ),
    ...region.teams.map(({ id: team, seats, supervisors }) =>
      upTo(Math.max(0, seats + 1 - supervisors), costs.supervisor, (by) => ({
        kind: 'supervisors',
        team,
        by,
      })),
    ),
  ];
  return choices.reduce<readonly TriedPlan[]>(
    (plans, more) =>
      plans.flatMap((plan) =>
        more.map(({ cost, edits }) => ({ cost: plan.cost + cost, edits: [...plan.edits, ...edits] })),
      ),
    [{ cost: 0, edits: [] }],
  );
}

describe('the cheapest capacity', () => {
  test('equals trying every set of openings', async () => {
    await fc.assert(
      fc.asyncProperty(smallTown, fc.constantFrom(0.5, 0.8, 1), async (region, share) => {
        const { plan, target, status } = await capacityOf(region, policy, share);
        const cheapest = allPlans(region)
          .toSorted((a, b) => a.cost - b.cost)
          .find(({ edits }) => mostPlaced(editedBy(region, policy, ...edits).region) >= target.placed);
        expect(status).toBe(cheapest ? 'proven' : 'impossible');
        expect(plan?.cost).toBe(cheapest?.cost);
        expect(plan?.leastCost).toBe(cheapest?.cost);
      }),
      { numRuns: 12 },
    );
  });

  test('for everybody who can be placed, places as many as any set of openings lets in', async () => {
    await fc.assert(
      fc.asyncProperty(smallTown, async (region) => {
        const { target, plan, scenario } = await capacityOf(region, policy, null);
        // Not all of them together: a team with a seat more may have a mix to keep that it had not before.
        const placed = allPlans(region).map(({ edits }) =>
          mostPlaced(editedBy(region, policy, ...edits).region),
        );
        expect(target).toMatchObject({ placed: Math.max(...placed), proven: true });
        if (!plan || !scenario) throw new Error('what can be placed can be placed');
        const applied = applyScenario(region, policy, scenario);
        if (applied.status === 'conflict') throw new Error(JSON.stringify(applied.faults));
        expect(mostPlaced(applied.region)).toBe(target.placed);
      }),
      { numRuns: 8 },
    );
  });

  test('is nothing where the target is reached already, and impossible where nothing has a cost', async () => {
    const { region, policy: own } = await example('farsta-2004');
    expect((await capacityOf(region, own, 0.5)).plan).toEqual({ openings: [], cost: 0, leastCost: 0 });
    const beyond = await capacityOf(region, own, 0.9);
    expect(beyond.status).toBe('impossible');
    expect(beyond.clash).toContain('target');
  });

  test('tells the next best without each opening, none of them cheaper', async () => {
    const { region, policy: own } = await example('farsta-2004');
    const priced = policySchema.parse({ ...own, costs: { team_seat: 40, sfi_seat: 25 } });
    const { plan, alternatives } = await capacityOf(region, priced, 0.76);
    expect(plan?.openings.length).toBeGreaterThan(0);
    expect(alternatives.map(({ without }) => without)).toHaveLength(plan?.openings.length ?? 0);
    for (const { without, plan: other } of alternatives) {
      if (other === null) continue;
      expect(other.cost).toBeGreaterThanOrEqual(plan?.cost ?? 0);
      expect(other.openings.some(({ kind, id }) => kind === without.kind && id === without.id)).toBe(false);
    }
  });
});
