/** What the service answers about a proposal, as the page's parts hand it on. */
import type { paths } from '../../api/description.ts';

export type Proposal = paths['/v1/proposals/{id}']['get']['responses'][200]['content']['application/json'];
