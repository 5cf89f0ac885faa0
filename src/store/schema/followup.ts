/** What became of participants, and what partners agreed on; rows are added and never changed. */
import type { Fixed, FixedDefault, FixedJson, Given, OptionalFixed } from './columns.ts';

export interface OutcomeTable {
  /** Later ids were recorded later. */
  readonly id: Given<number>;
  readonly region: Fixed<string>;
  readonly participant: Fixed<string>;
  /** A row of outcomes.csv, under the person's key. */
  readonly sealed: Fixed<Buffer>;
  readonly at: FixedDefault<Date>;
  readonly recorded_by: OptionalFixed<string>;
}

export type AgreementKind = 'settings' | 'indicator' | 'commitment' | 'ethical_approval' | 'learning';

export interface AgreementTable {
  readonly id: Given<number>;
  readonly region: Fixed<string>;
  readonly kind: Fixed<AgreementKind>;
  /** What its kind says in src/followup/agreements.ts. */
  readonly entry: FixedJson;
  readonly at: FixedDefault<Date>;
  readonly recorded_by: OptionalFixed<string>;
}
