/** GET /v1/tokens: one's own tokens, without their secrets. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listTokens } from '../../../store/users/tokens.ts';
import { type AccountDependencies, asTokenAnswer, tokenAnswer } from '../../auth/accounts.ts';

export const listTokensRoute: FastifyPluginCallbackZod<AccountDependencies> = (app, deps, done) => {
  app.get(
    '/v1/tokens',
    {
      config: { access: 'tokens.own' },
      schema: { summary: "One's own tokens", response: { 200: z.array(tokenAnswer) } },
    },
    async ({ actor }) => (await listTokens(deps.store.db, actor.userId)).map(asTokenAnswer),
  );
  done();
};
