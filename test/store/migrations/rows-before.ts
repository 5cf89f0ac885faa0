/**
 * Rows of every table that there was after migration 0006, in the shape that the program of then gave them, in the order in which one refers to
 * the other. Of the people one has a place, one waits, one has been erased and one has protected data; of the jobs one is done, and one was
 * running when its worker was lost.
 */
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  apiToken,
  contactBefore,
  erased,
  handler,
  id,
  keptAnswer,
  keyed,
  officer,
  password,
  people,
  placed,
  protectedPerson,
  sessionToken,
  upload,
  uploaded,
} from './names-before.ts';
import { jobsBefore, logBefore, proposalsBefore } from './proposals-before.ts';
import { bundleBefore, headBefore, personBefore, placesBefore } from './region-before.ts';
import {
  chainedThen,
  fingerprintThen,
  passwordHashThen,
  type Row,
  type SealFor,
  sealedThen,
  type TableRows,
  tokenHashThen,
} from './sealed-before.ts';

const json = (value: unknown) => JSON.stringify(value);
const isBytes = (value: unknown): value is string | Uint8Array =>
  typeof value === 'string' || value instanceof Uint8Array;

export function rowsBefore(masterKey: Uint8Array, now: Date): readonly TableRows[] {
  const keyOf = new Map([...people, protectedPerson, upload, 'answer'].map((who) => [who, randomBytes(32)]));
  const key = (who: string): Uint8Array => keyOf.get(who) ?? new Uint8Array();
  const wrapped = (who: string, owner: string) => sealedThen(masterKey, key(who), owner);
  const sealed = (who: string, plain: unknown, context: string) =>
    sealedThen(key(who), isBytes(plain) ? plain : json(plain), context);
  const later = new Date(now.getTime() + 60 * 60_000);
  const master_key = fingerprintThen(masterKey);
  const seal = { sealed, wrapped, master_key, now, later };
  return [
    ...accounts(now, later),
    ['regions', [{ id: 'r', name: 'Farsta' }]],
    ['role_grants', grants],
    ['master_keys', [{ fingerprint: master_key }]],
    ['person_keys', personKeys(seal)],
    ...versions(seal),
    ...sealedAlone(seal),
    ...proposalsBefore(sealed, now),
    ...jobsBefore(now),
    ['audit_log', chainedThen(logBefore, now)],
    ['retention_limits', [{ region: 'r', persons_months: 18, proposals_months: 30, versions_months: 42 }]],
  ];
}

interface Seal {
  readonly sealed: SealFor;
  readonly wrapped: (who: string, owner: string) => Buffer;
  readonly master_key: string;
  readonly now: Date;
  readonly later: Date;
}

function accounts(now: Date, later: Date): readonly TableRows[] {
  const signedIn = { user_id: officer, created_at: now, expires_at: later };
  const token = { user_id: officer, name: 'a machine', token_hash: tokenHashThen(apiToken) };
  return [
    [
      'users',
      [
        { id: officer, login: 'anna', display_name: 'Anna', password_hash: passwordHashThen(password) },
        { id: handler, login: 'hanna', display_name: 'Hanna', oidc_issuer: 'https://id', oidc_subject: '1' },
      ],
    ],
    ['user_sessions', [{ ...signedIn, token_hash: tokenHashThen(sessionToken), last_seen_at: now }]],
    ['api_tokens', [{ ...token, scopes: ['participant.read'], created_at: now, expires_at: later }]],
  ];
}

const grants = [
  { user_id: officer, role: 'officer', region: 'r', district: 'Farsta' },
  { user_id: officer, role: 'school_supervisor', region: 'r', teams: ['t1'] },
  { user_id: handler, role: 'protected_identity_handler', region: 'r' },
];

function personKeys({ wrapped, master_key, now }: Seal): readonly Row[] {
  return people.map((participant) => ({
    ...{ region: 'r', participant, master_key },
    ...(participant === erased
      ? { wrapped: null, shredded_at: now }
      : { wrapped: wrapped(participant, `r/${participant}`), shredded_at: null }),
  }));
}

function versions({ sealed }: Seal): readonly TableRows[] {
  const participants = people.map((who, position) => ({
    ...{ version: 1, position, id: who, district: 'Farsta' },
    sealed: sealed(who, bundleBefore(who, position), `participants/1/${who}`),
  }));
  const places = Object.entries(placesBefore).map(
    ([table, rows]): TableRows => [
      table,
      rows.map((row, position) => ({ version: 1, position, row: json(row) })),
    ],
  );
  const version = { region: 'r', number: 1, head: json(headBefore), digest: 'ab'.repeat(32), note: '' };
  return [
    ['region_versions', [version]],
    ['participants', participants],
    ...places,
    ['policies', [{ region: 'r', number: 1, policy: json({ placement_points: 900 }), note: 'lower' }]],
  ];
}

function sealedAlone({ sealed, wrapped, master_key, now, later }: Seal): readonly TableRows[] {
  const owner = `idempotency/${officer}/${keyed.key}`;
  const held = { region: 'r', held_by: handler, seats: 1 };
  const place = { team: 't1', sfiGroup: 's1', held: [id(33), id(34)] };
  const data = {
    person: personBefore,
    languages: [{ language: 'som', level: 'native' }],
    sessions: [],
    extracts: [],
  };
  const { digest, ...request } = keyed;
  return [
    [
      'contacts',
      [{ region: 'r', participant: placed, sealed: sealed(placed, contactBefore, `contacts/r/${placed}`) }],
    ],
    [
      'protected_persons',
      [
        {
          ...{ id: protectedPerson, region: 'r', master_key },
          wrapped: wrapped(protectedPerson, `protected/${protectedPerson}`),
          sealed: sealed(protectedPerson, data, `protected_persons/${protectedPerson}`),
        },
      ],
    ],
    [
      'protected_placements',
      [
        {
          ...{ id: id(32), person: protectedPerson, state: 'accepted', decided_by: handler },
          sealed: sealed(protectedPerson, place, `protected_placements/${id(32)}`),
        },
      ],
    ],
    [
      'held_seats',
      [
        { ...held, id: id(33), place_kind: 'team', place: 't1' },
        { ...held, id: id(34), place_kind: 'sfi_group', place: 's1' },
      ],
    ],
    [
      'uploads',
      [
        {
          ...{ id: upload, region: 'r', follows: 1, kind: 'json', master_key, uploaded_by: officer },
          ...{ uploaded_at: now, expires_at: later, wrapped: wrapped(upload, `uploads/${upload}`) },
          sealed: sealed(upload, gzipSync(uploaded), `uploads/${upload}`),
        },
      ],
    ],
    [
      'idempotency_keys',
      [
        {
          ...request,
          ...{ request_digest: digest, status: 201, claim: id(71), claimed_until: now },
          answer_key: wrapped('answer', owner),
          answer_sealed: sealed('answer', keptAnswer, owner),
        },
      ],
    ],
  ];
}
