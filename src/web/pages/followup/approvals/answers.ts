/** An approval as the service tells of it. */
import type { paths } from '../../../api/description.ts';

type Route = paths['/v1/regions/{region}/followup/approvals'];

export type Approval = Route['get']['responses'][200]['content']['application/json'][number];
export type NewApproval = Route['post']['requestBody']['content']['application/json'];
