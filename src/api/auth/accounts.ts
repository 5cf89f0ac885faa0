/** How users, grants and tokens look in requests and answers. */
import { z } from 'zod';
import { grant } from '../../domain/access/grants.ts';
import { actions } from '../../domain/access/table.ts';
import { name } from '../../domain/tables/cells.ts';
import type { OpenIdSettings } from '../../settings.ts';
import { loginPattern } from '../../store/users/login.ts';
import type { ApiToken } from '../../store/users/tokens.ts';
import { word } from '../given.ts';
import type { GuardDependencies } from '../guard.ts';
import type { Limits } from '../protection.ts';
import type { Refusals } from './refusals.ts';

/** What the routes of accounts need. */
export interface AccountDependencies extends GuardDependencies {
  readonly limits: Limits;
  /** The organisation's provider, where there is one. */
  readonly openId?: OpenIdSettings | undefined;
}

/** What the routes that sign in need. */
export interface SessionDependencies extends AccountDependencies {
  readonly refusals: Refusals;
}

/** As users type it; kept in lower case. */
export const login = z
  .string()
  .regex(loginPattern)
  .transform((text) => text.toLowerCase());

export const openIdentity = z.strictObject({
  issuer: z
    .url()
    .max(2_000)
    .regex(/^\P{Cc}*$/u),
  subject: word.min(1),
});

/** A limit smaller than a region stands within one: districts of two regions may share a name. */
export const newGrant = grant.refine(
  ({ region, district, principal, teams, partner }) =>
    region !== undefined || [district, principal, teams, partner].every((limit) => limit === undefined),
  { path: ['region'] },
);

export const userAnswer = z.strictObject({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  disabled: z.boolean(),
  /** Signs in through the organisation's OpenID Connect provider. */
  openId: z.boolean(),
  grants: z.array(z.strictObject({ id: z.uuid(), grant })).readonly(),
});

export const grantAnswer = z.strictObject({ id: z.uuid(), userId: z.uuid(), login: z.string(), grant });

export const tokenAnswer = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  actions: z.array(z.string()).readonly(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});

export function asTokenAnswer({
  createdAt,
  expiresAt,
  lastUsedAt,
  ...rest
}: ApiToken): z.infer<typeof tokenAnswer> {
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

export const newToken = z.strictObject({
  name,
  /** What it is for: it may never do more, nor more than its user. */
  actions: z.array(z.enum(actions)).min(1),
  days: z.int().min(1).max(366),
});

export const byId = z.strictObject({ id: z.uuid() });
export const made = z.strictObject({ id: z.uuid() });
