/** What a suite is made of: cases as data. */
import type { EngineName } from '../../solver/engines/names.ts';
import type { Change } from '../instances/change.ts';
import type { RowsKind } from '../instances/rows.ts';
import type { SizeName } from '../instances/sizes.ts';
import type { PeerName } from '../peers/index.ts';
import type { PublicKind } from '../readers/public.ts';

export type InstanceName =
  | { readonly source: 'made-up'; readonly size: SizeName; readonly seed: number; readonly rows: RowsKind }
  | { readonly source: 'public'; readonly kind: PublicKind; readonly name: string };

/**
 * gap: (bound - objective) / objective is at most `share`; 0 is a proof. cost: the same, of a minimum's costs.
 * bound: the bound alone is within `share` of the relaxation's value, of a minimum's costs where it is one.
 */
export interface Goal {
  readonly kind: 'gap' | 'cost' | 'bound';
  readonly share: number;
  /** The time in which it is wanted, where there is a wish. */
  readonly withinMs?: number;
}

export interface Case {
  readonly instance: InstanceName;
  readonly engine: EngineName | 'auto' | PeerName;
  readonly goal: Goal;
  readonly timeLimitMs: number;
  /** Fresh processes, one solve each. */
  readonly runs: number;
  /** Solved once beforehand, changed so, and started from the old answer: what is timed is the second solve. */
  readonly change?: Change;
  /** Further solves in the last of them. */
  readonly warmRuns: number;
}

const changeLabels = {
  lock: 'after a lock',
  'turned-down': 'after a pairing was turned down',
  seat: 'with one seat more',
} as const satisfies Record<Change, string>;

/** What a case solves, in a few words: "S3 seed 1 full, after a lock". */
export function caseLabel({ instance, change }: Case): string {
  return change ? `${instanceLabel(instance)}, ${changeLabels[change]}` : instanceLabel(instance);
}

/** An instance in a few words: "S2 seed 1 full", "gap1-0". */
export function instanceLabel(instance: InstanceName): string {
  return instance.source === 'public'
    ? instance.name
    : `${instance.size} seed ${instance.seed} ${instance.rows}`;
}

/** A goal in a few words: "proven", "gap 0.03 %", "bound 0.001 %". */
export function goalLabel({ kind, share }: Goal): string {
  return kind !== 'bound' && share === 0 ? 'proven' : `${kind} ${percent(share)}`;
}

/** A share as a percentage of up to three significant digits. */
export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}
