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

/** As in a sentence: what somebody does. */
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

/** As in a sentence: what somebody did. */
export const stepsDone = {
  lock: { sv: 'låste paret', en: 'locked the pair' },
  unlock: { sv: 'låste upp paret', en: 'unlocked the pair' },
  accept: { sv: 'godtog paret', en: 'accepted the pair' },
  withdraw_acceptance: { sv: 'tog tillbaka godtagandet', en: 'withdrew the acceptance' },
  confirm: { sv: 'bekräftade paret', en: 'confirmed the pair' },
  withdraw_confirmation: { sv: 'tog tillbaka bekräftelsen', en: 'withdrew the confirmation' },
  start: { sv: 'antecknade att det har börjat', en: 'recorded that it has started' },
  undo_start: { sv: 'tog tillbaka att det har börjat', en: 'took back that it has started' },
  complete: { sv: 'antecknade att det är fullföljt', en: 'recorded that it is completed' },
  leave_early: { sv: 'avslutade det i förtid', en: 'ended it early' },
  turn_down: { sv: 'avböjde paret', en: 'turned the pair down' },
  take_back: { sv: 'tog tillbaka avböjandet', en: 'took back the refusal' },
  pair_manually: { sv: 'parade ihop för hand', en: 'paired by hand' },
} as const satisfies Readonly<Record<keyof typeof stepNames | 'pair_manually', Text>>;

/** As on a button. */
export const stepButtons = {
  lock: { sv: 'Lås', en: 'Lock' },
  unlock: { sv: 'Lås upp', en: 'Unlock' },
  accept: { sv: 'Godta', en: 'Accept' },
  withdraw_acceptance: { sv: 'Ta tillbaka godtagandet', en: 'Withdraw the acceptance' },
  confirm: { sv: 'Bekräfta', en: 'Confirm' },
  withdraw_confirmation: { sv: 'Ta tillbaka bekräftelsen', en: 'Withdraw the confirmation' },
  start: { sv: 'Anteckna att det har börjat', en: 'Record that it has started' },
  undo_start: { sv: 'Det har inte börjat', en: 'It has not started' },
  complete: { sv: 'Anteckna att det är fullföljt', en: 'Record that it is completed' },
  leave_early: { sv: 'Avsluta i förtid', en: 'End early' },
  turn_down: { sv: 'Avböj', en: 'Turn down' },
  take_back: { sv: 'Ta tillbaka avböjandet', en: 'Take back the refusal' },
} as const satisfies Readonly<Record<keyof typeof stepNames, Text>>;
