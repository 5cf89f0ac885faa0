/** Who acts on what is stored, and what of it they may do and see: asked inside the transaction that does it, so that nothing moves between. */
import { fieldsFor, type ParticipantField } from '../domain/access/fields.ts';
import { type Grant, mayDo, type Scope, scopeOf, type Target } from '../domain/access/grants.ts';
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
  const reaching = grants.filter((grant) => mayDo([grant], 'participant.read', target));
  return new Set(reaching.flatMap(({ role }) => [...fieldsFor(role)]));
}

/** What at least one of somebody's roles shows of a participant. */
export function fieldsOfRoles({ grants }: Acting): ReadonlySet<ParticipantField> {
  return new Set(grants.flatMap(({ role }) => [...fieldsFor(role)]));
}
