/** user add LOGIN: a user with a password, or one who signs in through an OpenID Connect provider; perhaps with a role at once. */
import { z } from 'zod';
import { name as nameCell } from '../../../domain/tables/cells.ts';
import { failure } from '../../../errors.ts';
import { giveGrant, isPossible } from '../../../store/users/grants.ts';
import { loginPattern } from '../../../store/users/login.ts';
import { hashPassword, longestPassword, shortestPassword } from '../../../store/users/password.ts';
import { addUser, type OpenIdentity } from '../../../store/users/users.ts';
import { readPassword } from '../../read-password.ts';
import { type Terminal, tellFailure } from '../../terminal.ts';
import { withStore } from '../../with-store.ts';
import { faultyGrant, readGrant, unknownRegion } from './role-options.ts';

const account = z.object({
  name: nameCell.exactOptional(),
  issuer: z.url().exactOptional(),
  subject: z.string().min(1).exactOptional(),
});

export async function add(terminal: Terminal, login: string, options: unknown): Promise<number> {
  const read = account.safeParse(options);
  const given = readGrant(options);
  if (given === 'faulty') return tellFailure(terminal, faultyGrant);
  if (!read.success || !loginPattern.test(login)) return tellFailure(terminal, badAccount);
  const { name = login, issuer, subject } = read.data;
  if ((issuer === undefined) !== (subject === undefined)) return tellFailure(terminal, badAccount);
  const openId = issuer === undefined || subject === undefined ? null : { issuer, subject };
  const passwordHash = await passwordFor(terminal, openId);
  if (passwordHash === 'unfit') return tellFailure(terminal, badPassword);
  return withStore(terminal, async ({ db }) => {
    if (given !== null && !(await isPossible(db, given))) return tellFailure(terminal, unknownRegion);
    const { status } = await db.transaction().execute(async (transaction) => {
      const user = { login, name, passwordHash, openId };
      const added = await addUser(transaction, user, null, new Date());
      if (added.status === 'added' && given !== null)
        await giveGrant(transaction, added.id, given, null, new Date());
      return added;
    });
    if (status === 'exists') return tellFailure(terminal, taken);
    terminal.note(terminal.lang === 'sv' ? `${login} är upplagd.` : `${login} has been added.`);
    return 0;
  });
}

async function passwordFor(
  terminal: Terminal,
  openId: OpenIdentity | null,
): Promise<string | 'unfit' | null> {
  if (openId !== null) return null;
  const password = (await readPassword(terminal)) ?? '';
  if (password.length < shortestPassword || password.length > longestPassword) return 'unfit';
  return hashPassword(password);
}

const badAccount = failure('usage', {
  sv: 'Kontot är inte rätt angivet: namnet har högst 100 bokstäver, siffror och . _ @ + -, och --issuer hör ihop med --subject.',
  en: 'The user is not well put: the name has at most 100 letters, digits and . _ @ + -, and --issuer goes with --subject.',
});
const badPassword = failure('usage', {
  sv: `Lösenordet ska ha ${shortestPassword} till ${longestPassword} tecken.`,
  en: `The password must have ${shortestPassword} to ${longestPassword} characters.`,
});
const taken = failure('exists_already', {
  sv: 'Namnet, eller identiteten hos utfärdaren, hör redan till någon.',
  en: 'The name, or the identity at the provider, belongs to somebody already.',
});
