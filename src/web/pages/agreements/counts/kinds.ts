/** The kinds of conditions, and what each begins as when it is chosen. */
import type { Counts } from '../../../../followup/indicators/counts-words.ts';

export type Share = Extract<Counts, { kind: 'share' }>;
export type Condition = Share['denominator'];

const beginnings = {
  happened: { happened: 'enrolled' },
  everybody: { everybody: true },
  left_because: { left_because: ['found_work'] },
  status: { status: { at: 'latest' } },
  within: { within: { weeks: 12, from: 'permit', to: 'started' } },
  amount: { amount: { of: 'weeks_attended', at_least: 1 } },
  gender: { gender: ['woman'] },
  sfi_path: { sfi_path: [1] },
  all: { all: [{ happened: 'enrolled' }] },
  any: { any: [{ happened: 'enrolled' }] },
  not: { not: { happened: 'left_early' } },
} as const satisfies Record<string, Condition>;
export type Kind = keyof typeof beginnings;

export const kinds: readonly Kind[] = Object.keys(beginnings).filter((name): name is Kind =>
  Object.hasOwn(beginnings, name),
);

/** Null where what was written as text is no condition of a known kind. */
export function kindOf(condition: Condition): Kind | null {
  if (typeof condition !== 'object' || condition === null) return null;
  const written = new Map<string, unknown>(Object.entries(condition));
  const sortOf = (value: unknown): string =>
    Array.isArray(value) ? 'list' : value ? typeof value : 'nothing';
  const isOf = (kind: Kind): boolean => {
    const [begun] = Object.values(beginnings[kind]);
    return sortOf(written.get(kind)) === sortOf(begun);
  };
  return kinds.find(isOf) ?? null;
}

/** A condition of another kind. What was there is kept as a part where the new kind has parts, and the parts from all to any. */
export function changedTo(kind: Kind, from: Condition): Condition {
  if (kind === 'not') return { not: from };
  if (kind !== 'all' && kind !== 'any') return beginnings[kind];
  const parts = partsOf(from);
  return kind === 'all' ? { all: parts } : { any: parts };
}

function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  return 'any' in condition ? condition.any : [condition];
}
