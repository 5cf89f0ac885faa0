import { z } from 'zod';
import * as cell from '../tables/cells.ts';
import { role } from './roles.ts';
import { type AccessRule, type Action, actions, ruleOf } from './table.ts';

/**
 * Where somebody has a role, and the two questions that everything asks: may this be done to that (mayDo), and which rows may be seen at
 * all (scopeOf). Both read one table (table.ts). A field that a grant leaves out does not limit it.
 */
export const grant = z
  .strictObject({
    role,
    region: cell.name.exactOptional(),
    district: cell.name.exactOptional(),
    principal: cell.name.exactOptional(),
    teams: z.array(cell.key).min(1).exactOptional(),
    /** The organisation that a partner speaks for, by its key among the region's partners. */
    partner: cell.key.exactOptional(),
  })
  .refine((given) => given.role !== 'school_supervisor' || given.teams !== undefined, {
    path: ['teams'],
    message: 'a school supervisor has teams of their own, which must be named',
  })
  .refine(({ role, partner }) => (role === 'partner') === (partner !== undefined), {
    path: ['partner'],
    message: 'a partner names the organisation that they speak for, and nobody else does',
  });
export type Grant = Readonly<z.infer<typeof grant>>;

/**
 * What something is done to. A field that is left out is not known or does not apply, and then no grant that limits it suffices. `waiting`
 * says that it is a participant who stands in no pair: such a person belongs to no district, principal or team yet.
 */
export interface Target {
  readonly region?: string;
  readonly district?: string;
  readonly principal?: string;
  readonly team?: string;
  readonly waiting?: boolean;
}

/** The rows that one grant opens: those that match every field given, and the region's participants in no pair where `waiting` says so. */
interface RowFilter {
  readonly region?: string;
  readonly district?: string;
  readonly principal?: string;
  readonly teams?: readonly string[];
  readonly waiting: boolean;
}

/** `some` without filters means that nothing may be seen. */
export type Scope =
  | { readonly status: 'all' }
  | { readonly status: 'some'; readonly filters: readonly RowFilter[] };

/** Whether any of the grants allows the action on the target. */
export function mayDo(grants: readonly Grant[], action: Action, target: Target): boolean {
  const rule = ruleOf(action);
  return grants.some((given) => rule.roles.includes(given.role) && reaches(rule.reach, given, target));
}

/**
 * What the grants allow in some part of a region, or, where it is null, of the service itself: for pages, which show no more than that. What is
 * asked for is looked at again when it is.
 */
export function actionsIn(grants: readonly Grant[], region: string | null): readonly Action[] {
  return actions.filter((action) => {
    const { reach, roles } = ruleOf(action);
    if ((reach === 'service') !== (region === null)) return false;
    return grants.some(
      (given) =>
        roles.includes(given.role) && longEnough(reach, given) && within(given.region, region ?? undefined),
    );
  });
}

/** Which rows the grants open for an action, for the queries. A grant that reaches too short for the action opens none. */
export function scopeOf(grants: readonly Grant[], action: Action): Scope {
  const { reach, roles } = ruleOf(action);
  const able = grants.filter((given) => roles.includes(given.role) && longEnough(reach, given));
  if (able.some((given) => inWholeRegion(given) && given.region === undefined)) return { status: 'all' };
  const filters = able.map((given) => {
    const { role: _, partner: __, ...limits } = given;
    return { ...limits, waiting: opensWaiting(given) };
  });
  return { status: 'some', filters };
}

/** The partners whose commitments the grants open in a region: all of them, or those for whom somebody speaks. */
export function partnersOf(
  grants: readonly Grant[],
  action: Action,
  region: string,
): 'all' | ReadonlySet<string> {
  const able = grants.filter((given) => mayDo([given], action, { region }));
  const own = able.flatMap(({ partner }) => partner ?? []);
  return own.length < able.length ? 'all' : new Set(own);
}

function reaches(reach: AccessRule['reach'], given: Grant, target: Target): boolean {
  if (reach === 'anywhere') return true;
  if (!longEnough(reach, given) || !within(given.region, target.region)) return false;
  if (reach !== 'place' || (target.waiting === true && opensWaiting(given))) return true;
  return (
    within(given.district, target.district) &&
    within(given.principal, target.principal) &&
    (given.teams === undefined || (target.team !== undefined && given.teams.includes(target.team)))
  );
}

function longEnough(reach: AccessRule['reach'], given: Grant): boolean {
  if (reach === 'service') return inWholeRegion(given) && given.region === undefined;
  return reach !== 'region' || inWholeRegion(given);
}

function inWholeRegion({ district, principal, teams, partner }: Grant): boolean {
  return [district, principal, teams, partner].every((limit) => limit === undefined);
}

function within(limit: string | undefined, value: string | undefined): boolean {
  return limit === undefined || limit === value;
}

/** Officers place those who wait, so they must see them; hosts and courses see those who come to them. */
function opensWaiting(given: Grant): boolean {
  return inWholeRegion(given) || (given.role === 'officer' && given.teams === undefined);
}
