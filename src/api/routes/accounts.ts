/** The routes of accounts: sessions, tokens, users and the roles that they have. */
import type { FastifyPluginAsync } from 'fastify';
import type { AccountDependencies } from '../auth/accounts.ts';
import { openIdSignIn } from '../auth/open-id.ts';
import { type RefusalDependencies, tellRefusals } from '../auth/refusals.ts';
import { giveGrantRoute } from './grants/give-grant.ts';
import { listGrantsRoute } from './grants/list-grants.ts';
import { revokeGrantRoute } from './grants/revoke-grant.ts';
import { changePasswordRoute } from './sessions/change-password.ts';
import { currentSessionRoute } from './sessions/current.ts';
import { meRoute } from './sessions/me.ts';
import { openIdBeginRoute } from './sessions/open-id-begin.ts';
import { openIdFinishRoute } from './sessions/open-id-finish.ts';
import { signInRoute } from './sessions/sign-in.ts';
import { signOutRoute } from './sessions/sign-out.ts';
import { waitingRoute } from './sessions/waiting.ts';
import { createTokenRoute } from './tokens/create-token.ts';
import { listTokensRoute } from './tokens/list-tokens.ts';
import { listUserTokensRoute } from './tokens/list-user-tokens.ts';
import { revokeTokenRoute } from './tokens/revoke-token.ts';
import { addUserRoute } from './users/add-user.ts';
import { disableUserRoute } from './users/disable-user.ts';
import { listUsersRoute } from './users/list-users.ts';

const routes = [
  signInRoute,
  signOutRoute,
  currentSessionRoute,
  meRoute,
  waitingRoute,
  changePasswordRoute,
  createTokenRoute,
  listTokensRoute,
  listUserTokensRoute,
  revokeTokenRoute,
  listUsersRoute,
  addUserRoute,
  disableUserRoute,
  listGrantsRoute,
  giveGrantRoute,
  revokeGrantRoute,
];

export const accountRoutes: FastifyPluginAsync<AccountDependencies & RefusalDependencies> = async (
  app,
  deps,
) => {
  const refusals = tellRefusals(app, deps);
  for (const route of routes) await app.register(route, { ...deps, refusals });
  if (deps.openId === undefined) return;
  const openId = openIdSignIn(deps.openId);
  for (const route of [openIdBeginRoute, openIdFinishRoute])
    await app.register(route, { ...deps, refusals, openId });
};
