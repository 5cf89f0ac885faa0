/** What the list of people is narrowed to and sorted by, as the address tells it. */
import type { paths } from '../../api/description.ts';
import { useTableQuestion } from '../../parts/table-question.tsx';

type Asked = NonNullable<paths['/v1/regions/{region}/participants']['get']['parameters']['query']>;

export const states = [
  'waiting',
  'proposed',
  'locked',
  'accepted',
  'confirmed',
  'started',
  'ended',
] as const satisfies readonly Asked['state'][];

/** Whole months since the residence permit. */
export const waits = [3, 6, 9, 12, 18, 24] as const;

const filters = ['state', 'district', 'area', 'language', 'waitedMonths'] as const;

export function usePeopleQuestion() {
  const { question, change, filter } = useTableQuestion('id');
  const { search, descending, after } = question;
  const state = states.find((one) => one === filter('state'));
  const months = waits.find((one) => `${one}` === filter('waitedMonths'));
  const [district, area, language] = [filter('district'), filter('area'), filter('language')];
  const asked = {
    limit: 50,
    sort: question.sort === 'permit_date' ? 'permit_date' : 'id',
    ...(descending && { descending: 'true' }),
    ...(after !== null && { after }),
    ...(search !== '' && { search }),
    ...(state && { state }),
    ...(months && { waitedMonths: months }),
    ...(district !== null && { district }),
    ...(area !== null && { area }),
    ...(language !== null && { language }),
  } satisfies Asked;
  const isNarrowed = search !== '' || filters.some((name) => filter(name) !== null);
  return { question, change, asked, isNarrowed };
}
