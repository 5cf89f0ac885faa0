/** How long a region keeps what it has, in months after a period's end. */
import type { Fixed } from './columns.ts';

export interface RetentionLimitTable {
  readonly region: Fixed<string>;
  readonly persons_months: number;
  readonly proposals_months: number;
  readonly versions_months: number;
}
