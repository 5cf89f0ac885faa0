/**
 * What the environment says, read and checked in one place for the service, its workers and the commands. All that is wrong is told at once,
 * by the variable's name and never by its value, which may be a secret.
 */
import { z } from 'zod';
import type { InputProblem } from './domain/checks/input-problem.ts';
import type { Text } from './domain/text.ts';
import { type Failure, failure } from './errors.ts';

/** An OpenID Connect provider that signs users in. */
export interface OpenIdSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where it sends browsers back to. */
  readonly publicUrl: URL;
}

export interface Settings {
  readonly status: 'read';
  readonly host: string;
  readonly port: number;
  /** Where browsers reach the service; null where that is host and port. */
  readonly publicUrl: URL | null;
  /** Addresses of proxies in front of the service, whose word about the client's address is taken. */
  readonly trustedProxies: readonly string[] | undefined;
  readonly dataDir: string;
  /** A PostgreSQL that is there already; undefined where the service runs its own in dataDir. */
  readonly databaseUrl: string | undefined;
  /** 32 bytes; undefined where the key lies in dataDir. */
  readonly masterKey: Uint8Array | undefined;
  /** 32 bytes that are to take the place of the master key, for the command that does it. */
  readonly newMasterKey: Uint8Array | undefined;
  readonly openId: OpenIdSettings | null;
  /** Of the user that a fresh folder gets; made up where it is not given. */
  readonly demoPassword: string | null;
}

const masterKey = z
  .string()
  .regex(/^[\w-]{43}$/)
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64url')));

const variables = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  MASTER_KEY: masterKey.optional(),
  NEW_MASTER_KEY: masterKey.optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  DEMO_PASSWORD: z.string().min(12).max(200).optional(),
});

/** The variables that are read; the README lists them. */
export const variableNames: readonly string[] = variables.keyof().options;

const expected: Readonly<Record<keyof typeof variables.shape, Text>> = {
  HOST: { sv: 'HOST ska vara ett värdnamn eller en adress.', en: 'HOST must be a host name or an address.' },
  PORT: { sv: 'PORT ska vara ett tal från 0 till 65535.', en: 'PORT must be a number from 0 to 65535.' },
  PUBLIC_URL: {
    sv: 'PUBLIC_URL ska vara adressen som webbläsare använder, https://…',
    en: 'PUBLIC_URL must be the address that browsers use, https://…',
  },
  TRUSTED_PROXIES: {
    sv: 'TRUSTED_PROXIES ska vara adresser eller nät med komma emellan.',
    en: 'TRUSTED_PROXIES must be addresses or networks with commas between.',
  },
  DATA_DIR: { sv: 'DATA_DIR ska vara en mapp.', en: 'DATA_DIR must be a folder.' },
  DATABASE_URL: {
    sv: 'DATABASE_URL ska börja med postgres://.',
    en: 'DATABASE_URL must begin with postgres://.',
  },
  MASTER_KEY: {
    sv: 'MASTER_KEY ska vara 32 byte i base64url: 43 tecken.',
    en: 'MASTER_KEY must be 32 bytes in base64url: 43 characters.',
  },
  NEW_MASTER_KEY: {
    sv: 'NEW_MASTER_KEY ska vara 32 byte i base64url: 43 tecken.',
    en: 'NEW_MASTER_KEY must be 32 bytes in base64url: 43 characters.',
  },
  OIDC_ISSUER: {
    sv: 'OIDC_ISSUER ska vara utfärdarens adress, https://…',
    en: "OIDC_ISSUER must be the issuer's address, https://…",
  },
  OIDC_CLIENT_ID: { sv: 'OIDC_CLIENT_ID är tom.', en: 'OIDC_CLIENT_ID is empty.' },
  OIDC_CLIENT_SECRET: { sv: 'OIDC_CLIENT_SECRET är tom.', en: 'OIDC_CLIENT_SECRET is empty.' },
  DEMO_PASSWORD: {
    sv: 'DEMO_PASSWORD ska ha 12 till 200 tecken.',
    en: 'DEMO_PASSWORD must have 12 to 200 characters.',
  },
};

/** The settings, or what is wrong with them. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings | Failure {
  const parsed = variables.safeParse(environment);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map(({ path }) => variables.keyof().parse(path[0])));
    return refused([...names].map((name) => expected[name]));
  }
  const given = parsed.data;
  const openId = openIdOf(given);
  if (openId === 'incomplete') return refused([incomplete]);
  return {
    status: 'read',
    host: given.HOST,
    port: given.PORT,
    publicUrl: given.PUBLIC_URL === undefined ? null : new URL(given.PUBLIC_URL),
    trustedProxies: given.TRUSTED_PROXIES,
    dataDir: given.DATA_DIR,
    databaseUrl: given.DATABASE_URL,
    masterKey: given.MASTER_KEY,
    newMasterKey: given.NEW_MASTER_KEY,
    openId,
    demoPassword: given.DEMO_PASSWORD ?? null,
  };
}

function openIdOf(given: z.infer<typeof variables>): OpenIdSettings | 'incomplete' | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  const { PUBLIC_URL: publicUrl } = given;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return 'incomplete';
  if (publicUrl === undefined) return 'incomplete';
  return { issuer: new URL(issuer), clientId, clientSecret, publicUrl: new URL(publicUrl) };
}

const incomplete: Text = {
  sv: 'Inloggning med OpenID Connect behöver OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET och PUBLIC_URL.',
  en: 'Sign-in with OpenID Connect needs OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL.',
};

function refused(sentences: readonly Text[]): Failure {
  const [first = incomplete, ...others] = sentences;
  return failure('usage', first, others.map(asFault));
}

function asFault(message: Text): InputProblem {
  return { file: 'environment', row: null, column: null, value: null, message };
}

/** Whether only this machine reaches a service that listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Whether browsers reach the service over HTTPS, so that cookies may demand it: always, but on this machine alone. */
export function overHttps({ host, publicUrl }: Pick<Settings, 'host' | 'publicUrl'>): boolean {
  return publicUrl === null ? !isLoopback(host) : publicUrl.protocol === 'https:';
}
