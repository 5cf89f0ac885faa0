/** Who acts on what is stored, and what of it they may do and see: asked inside the transaction that does it, so that nothing moves between. */
import { fieldsFor, type ParticipantField } from '../domain/access/fields.ts';
import { type Grant, mayDo, type Scope, scopeOf, type Target } from '../domain/access/grants.ts';
import { role } from '../domain/access/roles.ts';
import type { Action } from '../domain/access/table.ts';

export interface Acting {
  readonly userId: string;
  readonly grants: readonly Grant[];
  /** The actions that a token narrows the grants to; null where nothing does. */
  readonly only: ReadonlySet<string> | null;
}

export function may({ grants, only }: Acting, action: Action, target: Target): boolean {
  return (only === null || only.has(action)) && mayDo(grants, action, target);
}

/** Whether a participant there is theirs to see at all, whatever a token narrows: what is not, is not found. */
export function sees({ grants }: Acting, target: Target): boolean {
  return mayDo(grants, 'participant.read', target);
}

/** The rows that may be seen for an action, of those grants whose role sees the fields named. */
export function visible(
  { grants, only }: Acting,
  action: Action,
  fields: readonly ParticipantField[] = [],
): Scope {
  if (only !== null && !only.has(action)) return { status: 'some', filters: [] };
  const able = grants.filter(({ role }) => fields.every((field) => fieldsFor(role).has(field)));
  return scopeOf(able, action);
}

/** What is seen of a participant there: what the roles together see whose grants reach it. */
export function fieldsSeen({ grants }: Acting, target: Target): ReadonlySet<ParticipantField> {
  return fieldsTogether(grants.filter((grant) => mayDo([grant], 'participant.read', target)));
}

/** What at least one of somebody's roles shows of a participant. */
export function fieldsOfRoles({ grants }: Acting): ReadonlySet<ParticipantField> {
  return fieldsTogether(grants);
}

/** By the roles as bits: asked for each row of a list, and there are only so many. */
const together = new Map<number, ReadonlySet<ParticipantField>>();

function fieldsTogether(grants: readonly Grant[]): ReadonlySet<ParticipantField> {
  const roles = grants.reduce((bits, given) => bits | (1 << role.options.indexOf(given.role)), 0);
  const known = together.get(roles);
  if (known !== undefined) return known;
  const fields = new Set(grants.flatMap((given) => [...fieldsFor(given.role)]));
  together.set(roles, fields);
  return fields;
}
