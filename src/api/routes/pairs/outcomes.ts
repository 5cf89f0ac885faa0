/** What the store refuses, as failures that clients know. */

import type { PairStatus } from '../../../domain/pair-life.ts';
import { statusNames } from '../../../domain/pair-words.ts';
import type { Text } from '../../../domain/text.ts';
import type { Failure } from '../../../errors.ts';
import { failure } from '../../../errors.ts';
import { notAllowed } from '../../guard.ts';

type Refusal =
  | { readonly status: 'not_found' }
  | { readonly status: 'forbidden' }
  | { readonly status: 'refused'; readonly text: Text }
  | { readonly status: 'bad_cursor' }
  | { readonly status: 'check_again' }
  | { readonly status: 'decided_meanwhile'; readonly participants: readonly string[] }
  | {
      readonly status: 'changed_meanwhile';
      readonly version: number;
      readonly state?: PairStatus;
      readonly by?: string | null;
      readonly at?: Date | null;
    };

export function refusal(outcome: Refusal): Failure {
  switch (outcome.status) {
    case 'not_found':
      return nothingThere;
    case 'forbidden':
      return notAllowed;
    case 'refused':
      return failure('refused', outcome.text);
    case 'bad_cursor':
      return badCursor;
    case 'check_again':
      return checkAgain;
    case 'decided_meanwhile':
      return failure('changed_meanwhile', decidedMeanwhile(outcome.participants));
    case 'changed_meanwhile':
      return failure('changed_meanwhile', changed(outcome));
  }
}

function changed({ version, state, by, at }: Extract<Refusal, { status: 'changed_meanwhile' }>): Text {
  const now = state === undefined ? null : statusNames[state];
  const who = by === null || by === undefined ? '' : ` (${by}, ${at?.toISOString() ?? ''})`;
  return {
    sv: `Någon annan hann före: det är nu ${now === null ? '' : `${now.sv}, `}version ${version}${who}.`,
    en: `Somebody else was first: it is now ${now === null ? '' : `${now.en}, `}version ${version}${who}.`,
  };
}

/** Enough to look at; a client asks for the difference to see all. */
const SHOWN = 20;

function decidedMeanwhile(participants: readonly string[]): Text {
  const shown = participants.slice(0, SHOWN).join(', ');
  const more = participants.length > SHOWN ? ' …' : '';
  return {
    sv: `Sedan förslaget begärdes har det beslutats om par som det inte har: ${shown}${more}. Be om ett nytt.`,
    en: `Since the proposal was asked for, pairs that it does not have were decided on: ${shown}${more}. Ask for a new one.`,
  };
}

export const nothingThere = failure('not_found', {
  sv: 'Det finns inte, eller hör inte till det du får se.',
  en: 'It is not there, or not yours to see.',
});
const badCursor = failure('usage', {
  sv: 'after är inte något som en tidigare sida har gett.',
  en: 'after is nothing that an earlier page has given.',
});
const checkAgain = failure('changed_meanwhile', {
  sv: 'Platserna har ändrats sedan paret prövades: pröva det igen.',
  en: 'The seats have changed since the pair was checked: check it again.',
});
