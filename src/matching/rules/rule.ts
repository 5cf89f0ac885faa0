import type { Text } from '../../domain/text.ts';
import type { RegionIndex } from '../region-index.ts';

/**
 * A hard rule: what no proposal may break. It is split by what it looks at, so that whoever goes through many options asks each
 * question once: of the participant alone, of participant and team, of participant and SFI group, of all three.
 */
export interface Rule {
  readonly id: RuleId;
  readonly participant?: Check<[participant: number]>;
  readonly team?: Check<[participant: number, team: number]>;
  readonly sfi?: Check<[participant: number, sfi: number]>;
  readonly option?: Check<[participant: number, team: number, sfi: number]>;
  /** What to say to somebody whom this rule leaves without any option, and what would change it. */
  readonly without: (
    index: RegionIndex,
    participant: number,
  ) => { readonly reason: Text; readonly change: Text };
}

interface Check<A extends readonly number[]> {
  readonly allows: (index: RegionIndex, ...of: A) => boolean;
  /** Why not, in a sentence; asked only where `allows` says no. */
  readonly reason: (index: RegionIndex, ...of: A) => Text;
}

export type RuleId =
  | 'protected'
  | 'shared_language'
  | 'school_form'
  | 'roles'
  | 'avoided_units'
  | 'own_children'
  | 'sfi_course'
  | 'start_dates'
  | 'extract'
  | 'turned_down'
  | 'seats'
  | 'commute'
  | 'timetable';
