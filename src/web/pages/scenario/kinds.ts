/** The edits that have a form, and the fields of each. Whatever else a scenario can hold is written as text. */
import type { Weekday } from '../../parts/week-times.ts';

export type FieldKind =
  | 'team'
  | 'unit'
  | 'group'
  | 'district'
  | 'principal'
  | 'provider'
  | 'new_key'
  | 'text'
  | 'whole'
  | 'count'
  | 'sessions'
  | 'policy'
  | 'language'
  | 'gender'
  | 'area'
  | 'sfi_path'
  /** Two fields of the edit: lat and lon. */
  | 'place'
  /** Four fields of the edit: another region, a district of it, and who comes along. */
  | 'source';

export interface FieldSpec {
  /** As scenario@1 calls it. */
  readonly name:
    | 'team'
    | 'by'
    | 'id'
    | 'like'
    | 'name'
    | 'seats'
    | 'group'
    | 'sessions'
    | 'unit'
    | 'principal'
    | 'provider'
    | 'count'
    | 'language'
    | 'set'
    | 'gender'
    | 'area'
    | 'sfi_path'
    | 'lat'
    | 'from';
  readonly kind: FieldKind;
  readonly optional?: true;
}

const people = [
  { name: 'count', kind: 'count' },
  { name: 'language', kind: 'language', optional: true },
  { name: 'gender', kind: 'gender', optional: true },
  { name: 'area', kind: 'area', optional: true },
  { name: 'sfi_path', kind: 'sfi_path', optional: true },
] as const satisfies readonly FieldSpec[];

export const forms = {
  team_seats: [
    { name: 'team', kind: 'team' },
    { name: 'by', kind: 'whole' },
  ],
  open_team: [
    { name: 'id', kind: 'new_key' },
    { name: 'like', kind: 'team' },
    { name: 'name', kind: 'text', optional: true },
    { name: 'seats', kind: 'count', optional: true },
  ],
  close_team: [{ name: 'team', kind: 'team' }],
  supervisors: [
    { name: 'team', kind: 'team' },
    { name: 'by', kind: 'whole' },
  ],
  sfi_seats: [
    { name: 'group', kind: 'group' },
    { name: 'by', kind: 'whole' },
  ],
  add_sfi_group: [
    { name: 'id', kind: 'new_key' },
    { name: 'like', kind: 'group' },
    { name: 'seats', kind: 'count', optional: true },
    { name: 'sessions', kind: 'sessions' },
  ],
  retime_sfi_group: [
    { name: 'group', kind: 'group' },
    { name: 'sessions', kind: 'sessions' },
  ],
  move_sfi_group: [
    { name: 'group', kind: 'group' },
    { name: 'lat', kind: 'place' },
    { name: 'provider', kind: 'provider', optional: true },
  ],
  close_sfi_group: [{ name: 'group', kind: 'group' }],
  withdraw_unit: [{ name: 'unit', kind: 'unit' }],
  withdraw_partner: [
    { name: 'principal', kind: 'principal', optional: true },
    { name: 'provider', kind: 'provider', optional: true },
  ],
  join_district: [{ name: 'from', kind: 'source' }],
  participants_arrive: people,
  participants_leave: people,
  policy: [{ name: 'set', kind: 'policy' }],
} as const satisfies Readonly<Record<string, readonly FieldSpec[]>>;

type FormKind = keyof typeof forms;

export const formKinds = Object.keys(forms).filter(isForm);

export function isForm(kind: string): kind is FormKind {
  return Object.hasOwn(forms, kind);
}

export interface Session {
  readonly weekday: Weekday;
  readonly start: string;
  readonly end: string;
}

/** An edit while it is written: what stands in its fields. */
export interface EditDraft {
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** One to begin with. */
export function newEdit(kind: string): EditDraft {
  return kind === 'policy' ? { kind, set: {} } : { kind };
}
