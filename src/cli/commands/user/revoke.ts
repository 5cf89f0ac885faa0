/** user revoke GRANT: takes a role back. */
import { z } from 'zod';
import { failure } from '../../../errors.ts';
import { revokeGrant } from '../../../store/users/grants.ts';
import { type Terminal, tellFailure } from '../../terminal.ts';
import { withStore } from '../../with-store.ts';

export async function revoke(terminal: Terminal, id: string): Promise<number> {
  if (!z.uuid().safeParse(id).success) return tellFailure(terminal, noGrant);
  return withStore(terminal, async ({ db }) => {
    if (!(await revokeGrant(db, id, null, new Date()))) return tellFailure(terminal, noGrant);
    terminal.note(terminal.lang === 'sv' ? 'Rollen är tagen tillbaka.' : 'The role has been taken back.');
    return 0;
  });
}

const noGrant = failure('not_found', { sv: 'Rollen finns inte.', en: 'There is no such role given.' });
