/** What the pages ask first: who is signed in, in which roles, and for which regions. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { grant } from '../../domain/access/grants.ts';
import { listNamedRegions } from '../../store/regions/named-regions.ts';
import type { Database } from '../../store/schema/database.ts';
import { findUser } from '../../store/users/users.ts';

export const whoAnswer = z.strictObject({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  grants: z.array(grant).readonly(),
  /** Those where the user has a role. */
  regions: z.array(z.strictObject({ id: z.string(), name: z.string() })).readonly(),
  /** To be sent as x-csrf-token with everything but GET; null where a token asks, which needs none. */
  csrfToken: z.string().nullable(),
});

export async function describeUser(
  db: Kysely<Database>,
  userId: string,
  csrfToken: string | null,
): Promise<z.infer<typeof whoAnswer>> {
  const user = await findUser(db, { id: userId });
  if (user === null) throw new Error('a session without a user');
  const grants = user.grants.map((given) => given.grant);
  return {
    id: user.id,
    login: user.login,
    name: user.name,
    grants,
    regions: await listNamedRegions(db, grants),
    csrfToken,
  };
}
