/** The objections that wait for an answer, or all, of a region: the oldest first, without their texts. */

import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { type Acting, visible } from '../acting.ts';
import type { StoreData } from '../open-store.ts';
import type { Database } from '../schema/database.ts';
import { withinScope } from '../scope-filter.ts';
import { readCursor, writeCursor } from './cursor.ts';

export interface CaseList {
  readonly region: string;
  readonly actor: Acting;
  readonly onlyOpen: boolean;
  readonly limit: number;
  readonly after?: string | undefined;
}

interface ListedCase {
  readonly id: string;
  readonly proposal: string;
  readonly participant: string;
  readonly version: number;
  readonly openedAt: Date;
  readonly answeredAt: Date | null;
}

export type CasePage =
  | { readonly status: 'listed'; readonly cases: readonly ListedCase[]; readonly next: string | null }
  | { readonly status: 'bad_cursor' };

export async function listCases({ db }: StoreData, asked: CaseList): Promise<CasePage> {
  const cursor = asked.after === undefined ? undefined : readCursor(asked.after);
  if (cursor === null || (cursor !== undefined && !isTime(cursor[0]))) return { status: 'bad_cursor' };
  const opened = sql<string>`to_json(cases.opened_at)::text`;
  const rows = await casesWithin(db, asked.actor)
    .select([
      'cases.id',
      'cases.proposal',
      'cases.participant',
      'cases.version',
      'cases.opened_at as openedAt',
      'cases.answered_at as answeredAt',
      opened.as('exactly'),
    ])
    .where('proposals.region', '=', asked.region)
    .$if(asked.onlyOpen, (query) => query.where('cases.answered_at', 'is', null))
    .$if(cursor !== undefined, (query) =>
      query.where(
        sql<boolean>`(cases.opened_at, cases.id::text) > ((${cursor?.[0] ?? ''}::json #>> '{}')::timestamptz, ${cursor?.[1] ?? ''})`,
      ),
    )
    .orderBy('cases.opened_at')
    .orderBy(sql`cases.id::text`)
    .limit(asked.limit + 1)
    .execute();
  const page = rows.slice(0, asked.limit);
  const last = page.at(-1);
  const next = rows.length > asked.limit && last !== undefined ? writeCursor([last.exactly, last.id]) : null;
  return { status: 'listed', cases: page.map(({ exactly: _, ...row }) => row), next };
}

/** The objections that somebody may answer, to be selected from. */
export function casesWithin(db: Kysely<Database>, actor: Acting) {
  return db
    .selectFrom('cases')
    .innerJoin('proposals', 'proposals.id', 'cases.proposal')
    .leftJoin('pairs', (join) =>
      join
        .onRef('pairs.proposal', '=', 'cases.proposal')
        .onRef('pairs.participant', '=', 'cases.participant'),
    )
    .where((eb) =>
      withinScope(visible(actor, 'contest.answer'), {
        region: eb.ref('proposals.region'),
        district: eb.ref('pairs.district'),
        principal: eb.ref('pairs.principal'),
        team: eb.ref('pairs.team'),
        waiting: eb('pairs.participant', 'is', null),
      }),
    );
}

const time = z.iso.datetime({ offset: true });

/** As JSON writes it, to the microsecond. */
function isTime(text: string | number): boolean {
  return typeof text === 'string' && /^".*"$/.test(text) && time.safeParse(text.slice(1, -1)).success;
}
