/** GET /v1/users: who may sign in, and in which roles. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listUsers } from '../../../store/users/users.ts';
import { type AccountDependencies, userAnswer } from '../../auth/accounts.ts';

export const listUsersRoute: FastifyPluginCallbackZod<AccountDependencies> = (app, deps, done) => {
  app.get(
    '/v1/users',
    {
      config: { access: 'users.manage' },
      schema: { summary: 'All users', response: { 200: z.array(userAnswer).readonly() } },
    },
    () => listUsers(deps.store.db),
  );
  done();
};
