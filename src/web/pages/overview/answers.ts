/** What the service answers about a region as it is now, as the page's parts hand it on. */
import type { paths } from '../../api/description.ts';

export type Overview =
  paths['/v1/regions/{region}/overview']['get']['responses'][200]['content']['application/json'];
/** A count, or that it is too small to be shown, or that it would give away one that is. */
export type Count = Overview['waiting'];
