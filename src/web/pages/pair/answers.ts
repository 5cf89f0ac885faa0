/** What the service answers about a pair, as the page's parts hand it on. */
import type { paths } from '../../api/description.ts';

export type Pair =
  paths['/v1/proposals/{id}/pairs/{participant}']['get']['responses'][200]['content']['application/json'];
export type Why =
  paths['/v1/proposals/{id}/pairs/{participant}/why']['get']['responses'][200]['content']['application/json'];
