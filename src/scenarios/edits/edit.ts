/** What an edit works on and what comes of it: another region and policy, or the reason why it cannot be made. */
import type { Policy } from '../../domain/policy.ts';
import type { Region } from '../../domain/region.ts';
import type { Text } from '../../domain/text.ts';

export interface State {
  readonly status: 'edited';
  readonly region: Region;
  readonly policy: Policy;
}

export interface Refusal {
  readonly status: 'refused';
  /** The field of the edit that is at fault, null where it is all of it. */
  readonly field: string | null;
  readonly value: string | null;
  /** Where something is not there: what it is, so that an earlier edit that removed it can be named. */
  readonly missing: Thing | null;
  readonly message: Text;
}

export type Edited = State | Refusal;

export type Kind = 'team' | 'unit' | 'sfi_group';

export interface Thing {
  readonly kind: Kind;
  readonly id: string;
}

const names: Readonly<Record<Kind, Text>> = {
  team: { sv: 'arbetslaget', en: 'the team' },
  unit: { sv: 'enheten', en: 'the unit' },
  sfi_group: { sv: 'sfi-gruppen', en: 'the SFI group' },
};

export function thingName({ kind, id }: Thing): Text {
  return { sv: `${names[kind].sv} ${id}`, en: `${names[kind].en} ${id}` };
}

export function refuse(field: string | null, value: string | null, message: Text): Refusal {
  return { status: 'refused', field, value, missing: null, message };
}

export function notThere(field: string, thing: Thing): Refusal {
  const { sv, en } = thingName(thing);
  return {
    status: 'refused',
    field,
    value: thing.id,
    missing: thing,
    message: { sv: `${sv} finns inte`, en: `${en} does not exist` },
  };
}

export function alreadyThere(field: string, thing: Thing): Refusal {
  const { sv, en } = thingName(thing);
  return refuse(field, thing.id, { sv: `${sv} finns redan`, en: `${en} exists already` });
}

/** The state with other tables. */
export function edited(state: State, tables: Partial<Region>): State {
  return { ...state, region: { ...state.region, ...tables } };
}
