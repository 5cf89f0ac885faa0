/** GET /v1/grants: who has which role, within what the asker looks after. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listGrants } from '../../../store/users/grants.ts';
import { type AccountDependencies, grantAnswer } from '../../auth/accounts.ts';
import { scope } from '../../guard.ts';

export const listGrantsRoute: FastifyPluginCallbackZod<AccountDependencies> = (app, deps, done) => {
  app.get(
    '/v1/grants',
    {
      config: { access: 'grants.manage' },
      schema: { summary: 'Roles given', response: { 200: z.array(grantAnswer).readonly() } },
    },
    (request) => listGrants(deps.store.db, scope(request, 'grants.manage')),
  );
  done();
};
