/** What the audit log tells of that is no action of a role (table.ts): who came and went, in words. */
import type { Text } from '../text.ts';

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
} as const;

export type Happening = keyof typeof happenings;
