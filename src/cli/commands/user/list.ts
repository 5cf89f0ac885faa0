/** user list: who may sign in, and in which roles. */
import { listUsers, type User } from '../../../store/users/users.ts';
import type { Terminal } from '../../terminal.ts';
import { withStore } from '../../with-store.ts';

export function showUsers(terminal: Terminal): Promise<number> {
  return withStore(terminal, async ({ db }) => {
    const users = await listUsers(db);
    terminal.result(users.map((user) => describe(user, terminal.lang === 'sv')).join('\n'));
    return 0;
  });
}

function describe({ login, name, disabled, grants }: User, sv: boolean): string {
  const off = sv ? ' (avstängd)' : ' (disabled)';
  const rows = grants.map(({ id, grant: { role, ...where } }) => {
    const limits = Object.entries(where).map(([key, value]) => `${key}=${String(value)}`);
    return `  ${id} ${[role, ...limits].join(' ')}`;
  });
  return [`${login} ${name}${disabled ? off : ''}`, ...rows].join('\n');
}
