import type { Text } from '../../domain/text.ts';

/** What an officer must know of when a proposal is asked for again: something recorded that could not be kept as it stood. */
export interface Told extends Text {
  readonly code:
    | 'participant_gone'
    | 'place_gone'
    | 'no_over_decision'
    | 'refusal_lifted'
    | 'lock_replaced'
    | 'unit_gone'
    | 'seats_gone'
    | 'seats_taken';
  /** Whom it concerns, or the team or SFI group where it concerns nobody. */
  readonly about: string;
}

/** What is said of a team or an SFI group; all else is said of a participant. */
const ofPlaces: ReadonlySet<Told['code']> = new Set(['seats_gone', 'seats_taken']);

export function isOfPlace({ code }: Told): boolean {
  return ofPlaces.has(code);
}
