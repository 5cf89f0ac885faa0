/** user disable LOGIN: shuts a user out at once. */
import { disableUser, findUser } from '../../../store/users/users.ts';
import { type Terminal, tellFailure } from '../../terminal.ts';
import { withStore } from '../../with-store.ts';
import { unknownUser } from './role-options.ts';

export function disable(terminal: Terminal, login: string): Promise<number> {
  return withStore(terminal, async ({ db }) => {
    const user = await findUser(db, { login });
    if (user === null || !(await disableUser(db, user.id, null, new Date())))
      return tellFailure(terminal, unknownUser);
    terminal.note(terminal.lang === 'sv' ? `${login} är avstängd.` : `${login} is disabled.`);
    return 0;
  });
}
