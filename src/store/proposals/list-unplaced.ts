/** Who waits for a place after a proposal, and why, a page at a time: those whom it left without one and nobody has placed since. */

import { sql } from 'kysely';
import { z } from 'zod';
import { type Acting, visible } from '../acting.ts';
import type { StoreData } from '../open-store.ts';
import { findPersonKeys } from '../person-keys.ts';
import { withinScope } from '../scope-filter.ts';
import { openJson } from '../sealed-json.ts';
import { holds } from '../search.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { unplacedContext } from './sealed-pair.ts';

export interface UnplacedList {
  readonly proposal: string;
  readonly actor: Acting;
  /** The rule that leaves no option, or another of the proposal's codes. */
  readonly reason?: string | undefined;
  /** The district in which they live. */
  readonly district?: string | undefined;
  /** A part of a pseudonym. */
  readonly search?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

const text = { sv: z.string(), en: z.string() };
const storedUnplaced = z.looseObject({
  reason: z.looseObject({ code: z.string(), ...text, change: z.object(text) }),
});

interface ListedUnplaced {
  readonly participant: string;
  readonly district: string | null;
  /** Null where the person has been erased. */
  readonly reason: z.infer<typeof storedUnplaced>['reason'] | null;
}

export type UnplacedPage =
  | { readonly status: 'listed'; readonly unplaced: readonly ListedUnplaced[]; readonly next: string | null }
  | { readonly status: 'bad_cursor' };

export async function listUnplaced({ db, vault }: StoreData, asked: UnplacedList): Promise<UnplacedPage> {
  const cursor = asked.after === undefined ? undefined : readCursor(asked.after);
  if (cursor === null) return { status: 'bad_cursor' };
  const { proposal, limit } = asked;
  const rows = await db
    .selectFrom('unplaced')
    .select(['participant', 'participant_district as district', 'region', 'sealed'])
    .where(waiting(asked))
    .$if(cursor !== undefined, (query) => query.where('participant', '>', cursor?.[1] ?? ''))
    .orderBy('participant')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  if (last === undefined) return { status: 'listed', unplaced: [], next: null };
  const { keys } = await findPersonKeys(
    db,
    vault,
    last.region,
    page.map(({ participant }) => participant),
  );
  const unplaced = page.map(({ participant, district, sealed }): ListedUnplaced => {
    const key = keys.get(participant);
    if (key === undefined) return { participant, district, reason: null };
    const opened = storedUnplaced.parse(openJson(key, sealed, unplacedContext(proposal, participant)));
    return { participant, district, reason: opened.reason };
  });
  const next = rows.length > limit ? writeCursor([last.participant, last.participant]) : null;
  return { status: 'listed', unplaced, next };
}

/** How many wait, by reason. */
export async function countUnplaced(
  { db }: StoreData,
  asked: Omit<UnplacedList, 'limit' | 'after'>,
): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('unplaced')
    .select((eb) => ['unplaced.reason', eb.fn.countAll<number>().as('count')])
    .where(waiting(asked))
    .groupBy('unplaced.reason')
    .execute();
  return Object.fromEntries(rows.map(({ reason, count }) => [reason, count]));
}

/** Only a role that sees why somebody waits sees that they do. */
function waiting({ proposal, actor, reason, district, search }: Omit<UnplacedList, 'limit' | 'after'>) {
  const within = withinScope(visible(actor, 'proposal.pairs', ['hindrances']), {
    region: sql.ref<string>('unplaced.region'),
    waiting: sql<boolean>`true`,
  });
  const conditions = [
    sql<boolean>`unplaced.proposal = ${proposal}`,
    within,
    sql<boolean>`not exists (select from pairs where pairs.proposal = unplaced.proposal
      and pairs.participant = unplaced.participant)`,
  ];
  if (reason !== undefined) conditions.push(sql<boolean>`unplaced.reason = ${reason}`);
  if (district !== undefined) conditions.push(sql<boolean>`unplaced.participant_district = ${district}`);
  if (search !== undefined) conditions.push(holds(sql.ref('unplaced.participant'), search));
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}
