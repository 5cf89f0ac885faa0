/**
 * findPeople: the pseudonyms of those in a region's version of whom something holds that lies sealed. What is sealed is never a column that the
 * database could filter by, so that it is asked here; whose rows somebody may see, the query that takes these says.
 */
import { wholeMonths } from '../../../domain/overview.ts';
import type { StoreAccess } from '../../../store/open-store.ts';
import { inStore } from '../../in-store.ts';
import { type KnownPerson, peopleFacts } from './people-facts.ts';

interface PeopleSought {
  /** ISO 639-3, spoken at whatever level. */
  readonly language?: string | undefined;
  /** A part of the area's name. */
  readonly area?: string | undefined;
  /** Whole months since the residence permit, at the least. */
  readonly waited?: { readonly months: number; readonly today: string } | undefined;
}

interface Asked extends PeopleSought {
  readonly access: StoreAccess;
  /** The region's id, and its version's. */
  readonly region: string;
  readonly version: number;
  /** By the day of the permit, those of one day by their pseudonyms; and only those who come after one. */
  readonly order: { readonly descending: boolean; readonly after: string | null };
}

/** Cost: linear in the people once the thread knows them. */
export function findPeople({ access, region, version, order, ...sought }: Asked): Promise<readonly string[]> {
  return inStore(access, async (store) => {
    const { people } = await peopleFacts(store, region, version);
    return inOrder(people, order)
      .filter(holding(sought))
      .map(({ id }) => id);
  });
}

/** Nobody comes after one who is not there. */
function inOrder(
  people: readonly KnownPerson[],
  { descending, after }: Asked['order'],
): readonly KnownPerson[] {
  const ordered = descending ? people.toReversed() : people;
  if (after === null) return ordered;
  const last = ordered.findIndex(({ id }) => id === after);
  return last < 0 ? [] : ordered.slice(last + 1);
}

function holding({ language, area, waited }: PeopleSought): (person: KnownPerson) => boolean {
  const part = area?.toLowerCase() ?? '';
  return (person) =>
    (language === undefined || person.languages.includes(language)) &&
    person.area.toLowerCase().includes(part) &&
    (waited === undefined || wholeMonths(person.permitDate, waited.today) >= waited.months);
}
