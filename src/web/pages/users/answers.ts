/** What the service answers about users, as the page's parts hand it on. */
import type { paths } from '../../api/description.ts';

export type User = paths['/v1/users']['get']['responses'][200]['content']['application/json'][number];
export type Grant = User['grants'][number]['grant'];
