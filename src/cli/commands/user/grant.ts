/** user grant LOGIN: gives a role. */
import { giveGrant } from '../../../store/users/grants.ts';
import { findUser } from '../../../store/users/users.ts';
import { type Terminal, tellFailure } from '../../terminal.ts';
import { withStore } from '../../with-store.ts';
import { faultyGrant, readGrant, unknownRegion, unknownUser } from './role-options.ts';

export async function give(terminal: Terminal, login: string, options: unknown): Promise<number> {
  const given = readGrant(options);
  if (given === null || given === 'faulty') return tellFailure(terminal, faultyGrant);
  return withStore(terminal, async ({ db }) => {
    const user = await findUser(db, { login });
    if (user === null) return tellFailure(terminal, unknownUser);
    const outcome = await giveGrant(db, user.id, given, null, new Date());
    if (outcome.status === 'unknown') return tellFailure(terminal, unknownRegion);
    terminal.note(
      terminal.lang === 'sv' ? `Rollen är given: ${outcome.id}` : `The role has been given: ${outcome.id}`,
    );
    return 0;
  });
}
