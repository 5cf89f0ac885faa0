/** Two people who change a policy at once: what each of them changed stays, and where both changed the same number, it is told. */
import { type PolicyNumber, policyGroups } from '../scenario/policy/numbers.ts';
import { valueAt } from '../scenario/policy/set.ts';

/** Those parts of a policy that are changed number by number here; the rest is changed whole. */
interface Policy {
  readonly weights: object;
  readonly equity: object;
  readonly costs?: object | undefined;
}

/** What `mine` changed since `begun`, laid over what somebody else has saved meanwhile. */
export function laidOver<Whole extends Policy>(newest: Whole, mine: Whole, begun: Whole): Whole {
  const costs = laid(newest.costs ?? {}, mine.costs ?? {}, begun.costs ?? {});
  return {
    ...laid(newest, mine, begun),
    weights: laid(newest.weights, mine.weights, begun.weights),
    equity: laid(newest.equity, mine.equity, begun.equity),
    ...((newest.costs ?? mine.costs) !== undefined && { costs }),
  };
}

/** A value that was taken away is undefined, and so left out where it is sent. */
function laid<Part extends object>(newest: Part, mine: Part, begun: Part): Part {
  const changed = Object.keys({ ...begun, ...mine }).filter(
    (key) => JSON.stringify(valueAt(mine, [key])) !== JSON.stringify(valueAt(begun, [key])),
  );
  return { ...newest, ...Object.fromEntries(changed.map((key) => [key, valueAt(mine, [key])])) };
}

export interface Clash {
  readonly name: PolicyNumber['name'];
  readonly saved: unknown;
  readonly mine: unknown;
}

/** The numbers that both changed, each to something of their own. */
export function clashesOf(newest: Policy, mine: Policy, begun: Policy): readonly Clash[] {
  return policyGroups
    .flatMap(([, numbers]) => numbers)
    .flatMap(({ name, path }) => {
      const [saved, own, before] = [newest, mine, begun].map((policy) => valueAt(policy, path));
      return saved !== before && own !== before && saved !== own ? [{ name, saved, mine: own }] : [];
    });
}
