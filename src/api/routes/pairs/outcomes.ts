/** What the store refuses, as failures that clients know. */

import { statusNames, stepsDone } from '../../../domain/pair-words.ts';
import type { Text } from '../../../domain/text.ts';
import type { Failure } from '../../../errors.ts';
import { failure } from '../../../errors.ts';
import type { ChangedMeanwhile } from '../../../store/proposals/decide.ts';
import { notAllowed } from '../../guard.ts';

type Refusal =
  | { readonly status: 'not_found' }
  | { readonly status: 'forbidden' }
  | { readonly status: 'refused'; readonly text: Text }
  | { readonly status: 'bad_cursor' }
  | { readonly status: 'check_again' }
  | { readonly status: 'decided_meanwhile'; readonly participants: readonly string[] }
  | Omit<ChangedMeanwhile, 'version'>
  /** An objection that somebody has answered. */
  | { readonly status: 'answered_meanwhile' };

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
    case 'answered_meanwhile':
      return answeredMeanwhile;
  }
}

/** Who did what and when, and never to whom: whoever reads it knows which pair they have open. */
function changed({ state, latest }: Pick<ChangedMeanwhile, 'state' | 'latest'>): Text {
  const now = statusNames[state];
  if (latest === null) {
    return {
      sv: `Paret har ändrats sedan du öppnade det, och är nu ${now.sv}.`,
      en: `The pair has changed since you opened it, and is now ${now.en}.`,
    };
  }
  const { by, did, at, isOwn } = latest;
  const done = stepsDone[did];
  return isOwn
    ? {
        sv: `Du hann före själv, kanske i ett annat fönster: du ${done.sv} ${clock.sv.format(at)}. Det är nu ${now.sv}.`,
        en: `You were first yourself, perhaps in another window: you ${done.en} ${clock.en.format(at)}. It is now ${now.en}.`,
      }
    : {
        sv: `Någon annan hann före: ${by} ${done.sv} ${clock.sv.format(at)}. Det är nu ${now.sv}.`,
        en: `Somebody else was first: ${by} ${done.en} ${clock.en.format(at)}. It is now ${now.en}.`,
      };
}

/** As clocks in Sweden show it. */
const clock = { sv: clockOf('sv-SE'), en: clockOf('en-GB') };

function clockOf(place: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(place, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  });
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
const answeredMeanwhile = failure('changed_meanwhile', {
  sv: 'Någon annan hann svara på invändningen. Det svaret står kvar.',
  en: 'Somebody else has answered the objection. That answer stands.',
});
const checkAgain = failure('changed_meanwhile', {
  sv: 'Platserna har ändrats sedan paret prövades: pröva det igen.',
  en: 'The seats have changed since the pair was checked: check it again.',
});
