import { participantRow } from '../tables/participants.ts';
import type { Role } from './roles.ts';

/**
 * What a role sees of a participant whom it may see at all. Hosts see the least that they need (JO 1029-2017): who comes, to which team, when,
 * and on what condition; never why. Whoever works with figures sees nothing of a person.
 */
const ofTheRow = Object.keys(participantRow.shape).filter(isRowField);
const besideTheRow = [
  'name',
  'contact',
  'languages',
  'hindrances',
  'extracts',
  'decisions',
  'answers',
  'team',
  'unit',
  'sfi_placement',
  'starts_on',
  'team_hours',
  'sfi_hours',
  'week',
  'conditions',
  'points',
  'terms',
  'status',
] as const;

type RowField = keyof typeof participantRow.shape;
export type ParticipantField = RowField | (typeof besideTheRow)[number];

function isRowField(name: string): name is RowField {
  return Object.hasOwn(participantRow.shape, name);
}

const everything: ReadonlySet<ParticipantField> = new Set([...ofTheRow, ...besideTheRow]);
const nothing: ReadonlySet<ParticipantField> = new Set();

const byRole: Readonly<Record<Role, ReadonlySet<ParticipantField>>> = {
  officer: everything,
  protected_identity_handler: everything,
  school_supervisor: new Set([
    'id',
    'name',
    'team',
    'unit',
    'starts_on',
    'team_hours',
    'week',
    'conditions',
    'status',
  ]),
  sfi_coordinator: new Set([
    'id',
    'name',
    'sfi_path',
    'sfi_course',
    'sfi_group',
    'sfi_placement',
    'starts_on',
    'sfi_hours',
    'status',
  ]),
  planner: nothing,
  evaluator: nothing,
  partner: nothing,
  administrator: nothing,
};

/** The fields of a participant that a role sees. */
export function fieldsFor(role: Role): ReadonlySet<ParticipantField> {
  return byRole[role];
}
