import type { Text } from './text.ts';

/**
 * Why a pair is turned down, or left early: lists to choose from, as data. Each reason says what follows from it when a new proposal is asked
 * for, so that nobody is offered again what was refused, and nobody loses more than what was refused.
 */

/** What is not offered to the person again: this team with this SFI group, the team, the SFI group, any place at all; or nothing. */
export type NotAgain = 'pair' | 'team' | 'sfi_group' | 'everything' | 'nothing';

type TurnedDownBy = 'participant' | 'school' | 'officer';

interface TurnDownReason extends Text {
  readonly by: readonly TurnedDownBy[];
  readonly notAgain: NotAgain;
  /** Whether it says too little without words of one's own. */
  readonly needsNote?: true;
}

interface LeaveReason extends Text {
  /** Whether the person waits for a new place. */
  readonly waitsAgain: boolean;
  readonly notAgain: NotAgain;
  readonly needsNote?: true;
}

export const turnDownReasons = {
  too_far: { by: ['participant'], notAgain: 'team', sv: 'resan är för lång', en: 'the way is too long' },
  times: {
    by: ['participant', 'school'],
    notAgain: 'pair',
    sv: 'tiderna går inte',
    en: 'the times do not work',
  },
  other_unit: {
    by: ['participant'],
    notAgain: 'team',
    sv: 'vill vara någon annanstans',
    en: 'wants to be elsewhere',
  },
  other_work: {
    by: ['participant'],
    notAgain: 'team',
    sv: 'vill göra något annat',
    en: 'wants to do other work',
  },
  sfi_group: {
    by: ['participant', 'officer'],
    notAgain: 'sfi_group',
    sv: 'sfi-gruppen passar inte',
    en: 'the SFI group does not suit',
  },
  found_work: { by: ['participant'], notAgain: 'everything', sv: 'har fått arbete', en: 'has found work' },
  studies: { by: ['participant'], notAgain: 'everything', sv: 'ska studera', en: 'is going to study' },
  moves_away: { by: ['participant', 'officer'], notAgain: 'everything', sv: 'flyttar', en: 'moves away' },
  wants_no_place: {
    by: ['participant'],
    notAgain: 'everything',
    sv: 'vill inte ha någon plats nu',
    en: 'wants no place now',
  },
  no_supervision: {
    by: ['school'],
    notAgain: 'team',
    sv: 'handledning saknas',
    en: 'there is nobody to supervise',
  },
  need_has_changed: {
    by: ['school'],
    notAgain: 'team',
    sv: 'behovet har ändrats',
    en: 'the need has changed',
  },
  extract: {
    by: ['school'],
    notAgain: 'team',
    sv: 'utdrag ur belastningsregistret har inte visats',
    en: 'no criminal-record extract was shown',
  },
  better_elsewhere: {
    by: ['officer'],
    notAgain: 'pair',
    sv: 'en annan plats är bättre',
    en: 'another place is better',
  },
  seat_given: {
    by: ['officer'],
    notAgain: 'nothing',
    sv: 'platsen gavs till någon annan',
    en: 'the seat was given to somebody else',
  },
  data_wrong: {
    by: ['officer'],
    notAgain: 'nothing',
    sv: 'underlaget var fel',
    en: 'the data were wrong',
  },
  other: {
    by: ['participant', 'school', 'officer'],
    notAgain: 'pair',
    needsNote: true,
    sv: 'annat skäl',
    en: 'another reason',
  },
} as const satisfies Readonly<Record<string, TurnDownReason>>;

export const leaveReasons = {
  found_work: { waitsAgain: false, notAgain: 'nothing', sv: 'fick arbete', en: 'found work' },
  studies: { waitsAgain: false, notAgain: 'nothing', sv: 'började studera', en: 'began to study' },
  moved_away: { waitsAgain: false, notAgain: 'nothing', sv: 'flyttade', en: 'moved away' },
  illness: { waitsAgain: false, notAgain: 'nothing', sv: 'sjukdom', en: 'illness' },
  parental_leave: { waitsAgain: false, notAgain: 'nothing', sv: 'föräldraledighet', en: 'parental leave' },
  stopped: { waitsAgain: false, notAgain: 'nothing', sv: 'ville sluta', en: 'wanted to stop' },
  did_not_fit: {
    waitsAgain: true,
    notAgain: 'team',
    sv: 'platsen passade inte',
    en: 'the place did not fit',
  },
  school_ended: { waitsAgain: true, notAgain: 'team', sv: 'skolan avslutade', en: 'the school ended it' },
  place_closed: {
    waitsAgain: true,
    notAgain: 'team',
    sv: 'arbetslaget kunde inte fortsätta',
    en: 'the team could not go on',
  },
  times: { waitsAgain: true, notAgain: 'pair', sv: 'tiderna gick inte', en: 'the times did not work' },
  other: {
    waitsAgain: true,
    notAgain: 'pair',
    needsNote: true,
    sv: 'annat skäl',
    en: 'another reason',
  },
} as const satisfies Readonly<Record<string, LeaveReason>>;

export type TurnDownReasonId = keyof typeof turnDownReasons;
export type LeaveReasonId = keyof typeof leaveReasons;

/** What is known of a reason for turning down. */
export function turnDownReason(id: TurnDownReasonId): TurnDownReason {
  return turnDownReasons[id];
}

/** What is known of a reason for leaving early. */
export function leaveReason(id: LeaveReasonId): LeaveReason {
  return leaveReasons[id];
}

/** Names of a record as a list that a schema can be made of: at least one. */
export function namesOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(record).filter((name): name is K => Object.hasOwn(record, name));
}
