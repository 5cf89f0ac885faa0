/** What the pages ask first: who is signed in, in which roles, and for which regions. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { actionsIn, grant } from '../../domain/access/grants.ts';
import { actions } from '../../domain/access/table.ts';
import { listNamedRegions } from '../../store/regions/named-regions.ts';
import type { Database } from '../../store/schema/database.ts';
import { findUser } from '../../store/users/users.ts';

/** The actions that the user's roles open there: what the pages show. */
const may = z.array(z.enum(actions)).readonly();

export const whoAnswer = z.strictObject({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  grants: z.array(grant).readonly(),
  /** What may be done to the service itself. */
  may,
  /** Those where the user has a role. */
  regions: z.array(z.strictObject({ id: z.string(), name: z.string(), may })).readonly(),
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
  const regions = await listNamedRegions(db, grants);
  return {
    id: user.id,
    login: user.login,
    name: user.name,
    grants,
    may: actionsIn(grants, null),
    regions: regions.map((region) => ({ ...region, may: actionsIn(grants, region.id) })),
    csrfToken,
  };
}
