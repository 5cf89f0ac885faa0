/** A scenario as the service reads it. */
import type { paths } from '../../api/description.ts';

export type Scenario =
  paths['/v1/regions/{region}/scenarios/preview']['post']['requestBody']['content']['application/json']['scenario'];
