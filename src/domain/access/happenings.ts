/** What the audit log tells of beside the actions of roles (table.ts), in words: who came and went, and what commands and routes do under another's right. */
import type { Text } from '../text.ts';
import type { Action } from './table.ts';

const happening = (sv: string, en: string): Text => ({ sv, en });

export const happenings = {
  'session.start': happening('logga in', 'sign in'),
  'session.end': happening('logga ut', 'sign out'),
  'session.refused': happening('misslyckad inloggning på kontot', 'failed sign-in to the account'),
  'session.locked': happening(
    'misslyckad inloggning, kontot spärrat en stund',
    'failed sign-in, account locked for a while',
  ),
  'session.unknown': happening('misslyckad inloggning utan konto', 'failed sign-in without an account'),
  'password.change': happening('byta lösenord', 'change password'),
  'contact.delete': happening('ta bort namn och kontakt', 'delete name and contact'),
  'retention.set': happening('bestämma hur länge uppgifter sparas', 'decide how long data are kept'),
  'key.rotate': happening('byta huvudnyckel', 'change the master key'),
  'service.backup': happening('säkerhetskopiera', 'back up'),
  'service.restore': happening('läsa tillbaka en säkerhetskopia', 'restore from a backup'),
} as const;

export type Happening = keyof typeof happenings;

/** What an entry of the audit log can be of. */
export type Logged = Action | Happening;
