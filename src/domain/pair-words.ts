/** What a pair's states and steps are called: for whoever reads them, and kept apart from the rules so that pages may have them too. */
import type { Text } from './text.ts';

export const statusNames = {
  proposed: { sv: 'föreslaget', en: 'proposed' },
  locked: { sv: 'låst', en: 'locked' },
  accepted: { sv: 'godtaget', en: 'accepted' },
  confirmed: { sv: 'bekräftat av skolan', en: 'confirmed by the school' },
  started: { sv: 'påbörjat', en: 'started' },
  ended: { sv: 'avslutat', en: 'ended' },
  turned_down: { sv: 'avböjt', en: 'turned down' },
} as const satisfies Readonly<Record<string, Text>>;

/** As commands: what somebody does. */
export const stepNames = {
  lock: { sv: 'låsa', en: 'lock' },
  unlock: { sv: 'låsa upp', en: 'unlock' },
  accept: { sv: 'godta', en: 'accept' },
  withdraw_acceptance: { sv: 'ta tillbaka godtagandet', en: 'withdraw the acceptance' },
  confirm: { sv: 'bekräfta', en: 'confirm' },
  withdraw_confirmation: { sv: 'ta tillbaka bekräftelsen', en: 'withdraw the confirmation' },
  start: { sv: 'börja', en: 'start' },
  undo_start: { sv: 'ta tillbaka att det har börjat', en: 'take back that it has started' },
  complete: { sv: 'fullfölja', en: 'complete' },
  leave_early: { sv: 'avsluta i förtid', en: 'end early' },
  turn_down: { sv: 'avböja', en: 'turn down' },
  take_back: { sv: 'ta tillbaka avböjandet', en: 'take back the refusal' },
} as const satisfies Readonly<Record<string, Text>>;
