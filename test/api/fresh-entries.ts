/** What the audit log was told of, bit by bit. */
import type { StoreData } from '../../src/store/open-store.ts';

/** Of a user, the actions of the entries that came since the last time this was asked, in their order. */
export function freshEntries({ db }: Pick<StoreData, 'db'>): (actor: string) => Promise<readonly string[]> {
  let seen = 0;
  return async (actor) => {
    const rows = await db
      .selectFrom('audit_log')
      .select(['seq', 'action', 'actor'])
      .where('seq', '>', seen)
      .orderBy('seq')
      .execute();
    seen = rows.at(-1)?.seq ?? seen;
    return rows.filter((row) => row.actor === actor).map(({ action }) => action);
  };
}
