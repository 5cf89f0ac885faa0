/** What a table asks the service for: search, sort and page. All stand in the address, so that links and the back button keep them. */
import { useSearchParams } from 'wouter';

export interface TableQuestion {
  readonly search: string;
  readonly sort: string;
  readonly descending: boolean;
  /** Where the page begins, in the service's own words; null for the first. */
  readonly after: string | null;
}

/** Filters by their names; null takes one away. */
type Filters = Readonly<Record<string, string | boolean | null>>;

/** The question and how to change it; whatever else stands in the address is left, such as the filters that `filter` reads. */
export function useTableQuestion(sort: string) {
  const [given, setGiven] = useSearchParams();
  const question: TableQuestion = {
    search: given.get('search') ?? '',
    sort: given.get('sort') ?? sort,
    descending: given.get('descending') === 'true',
    after: given.get('after'),
  };
  const change = (over: Partial<TableQuestion> & Filters): void => {
    const typing = over.search !== undefined;
    setGiven(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('after');
        for (const [key, value] of Object.entries(over)) {
          if (value === null || value === '' || value === false) next.delete(key);
          else next.set(key, String(value));
        }
        return next;
      },
      { replace: typing },
    );
  };
  /** What a list is narrowed to, by the name of the filter; null where it is not. */
  const filter = (name: string): string | null => given.get(name);
  return { question, change, filter };
}
