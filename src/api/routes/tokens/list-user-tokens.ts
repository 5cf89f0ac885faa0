/** GET /v1/users/:id/tokens: somebody's tokens, for who looks after them. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listTokens } from '../../../store/users/tokens.ts';
import { type AccountDependencies, asTokenAnswer, byId, tokenAnswer } from '../../auth/accounts.ts';
import { failureResponses } from '../../problem-document.ts';

export const listUserTokensRoute: FastifyPluginCallbackZod<AccountDependencies> = (app, deps, done) => {
  app.get(
    '/v1/users/:id/tokens',
    {
      config: { access: 'tokens.manage' },
      schema: {
        summary: "A user's tokens",
        params: byId,
        response: { 200: z.array(tokenAnswer), ...failureResponses('usage') },
      },
    },
    async ({ params }) => (await listTokens(deps.store.db, params.id)).map(asTokenAnswer),
  );
  done();
};
