/** What a list of pairs is sorted by and narrowed to, as the address tells it: the same on the list and on the pair that is opened from it. */
import { useSearchParams } from 'wouter';
import type { paths } from '../../api/description.ts';
import { useTableQuestion } from '../../parts/table-question.tsx';

type Asked = NonNullable<paths['/v1/proposals/{id}/pairs']['get']['parameters']['query']>;

const sorts = ['participant', 'team', 'unit', 'points', 'state'] as const;
export const states = [
  'proposed',
  'locked',
  'accepted',
  'confirmed',
  'started',
  'ended',
  'turned_down',
] as const;
const kept = ['sort', 'descending', 'search', 'state', 'district', 'unit', 'language'] as const;

/** `asked` is for the service, without a page; `address` is the same as the end of an address, empty where nothing is asked for. */
export function usePairQuestion() {
  const { question, change, filter } = useTableQuestion('participant');
  const [given] = useSearchParams();
  const state = states.find((one) => one === filter('state'));
  const [district, unit, language] = [filter('district'), filter('unit'), filter('language')];
  const asked = {
    sort: sorts.find((one) => one === question.sort) ?? 'participant',
    ...(question.descending && { descending: 'true' }),
    ...(question.search !== '' && { search: question.search }),
    ...(state && { state }),
    ...(district !== null && { district }),
    ...(unit !== null && { unit }),
    ...(language !== null && { language }),
  } satisfies Asked;
  const narrowed = new URLSearchParams(
    kept.flatMap((name) => {
      const value = given.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  return { question, change, asked, address: narrowed.size === 0 ? '' : `?${narrowed}` };
}
