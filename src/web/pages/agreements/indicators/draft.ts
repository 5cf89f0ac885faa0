/** An indicator while it is written: what the fields hold, and the version that they make. */
import { today } from '../../../parts/today.ts';
import type { Indicator } from '../answers.ts';

export const goals = ['none', 'at_least', 'at_most'] as const;

export interface Draft {
  readonly id: string;
  /** The indicator, as `id version`, whose count a new one begins from. */
  readonly like: string;
  readonly sv: string;
  readonly en: string;
  readonly owner: string;
  readonly by: readonly string[];
  /** Days; `until` is empty where there is none. */
  readonly from: string;
  readonly until: string;
  readonly goal: (typeof goals)[number];
  /** In per cent, or in the amount's own unit. */
  readonly target: string;
  /** JSON. */
  readonly counts: string;
}

/** The next version of it: all as it is but the day, and nobody has agreed yet. */
export function draftOf(indicator: Indicator): Draft {
  const { id, version, name, owner, target, counts } = indicator;
  const goal = target === null ? 'none' : target.at_least === undefined ? 'at_most' : 'at_least';
  const amount = target?.at_least ?? target?.at_most;
  return {
    ...{ id, like: `${id} ${version}`, ...name, owner },
    ...{ by: [], from: today(), until: '', goal },
    target: amount === undefined ? '' : String(counts.kind === 'median' ? amount : percentOf(amount)),
    counts: JSON.stringify(counts, null, 2),
  };
}

/** A new one that counts as `model` does. */
export function blankDraft(model: Indicator): Draft {
  return { ...draftOf(model), id: '', sv: '', en: '', goal: 'none', target: '' };
}

/** Null where what is counted cannot be read. Whether it makes sense is for the service to say. */
export function indicatorOf(draft: Draft, follows: Indicator | null): Indicator | null {
  const counts = readCounts(draft.counts);
  if (counts === null) return null;
  const { id, sv, en, owner, by, from, until, goal, target } = draft;
  const amount = counts.kind === 'median' ? Number(target) : Number(target) / 100;
  return {
    format: 'resursutbyte/indicator@1',
    ...{ id, version: (follows?.version ?? 0) + 1, name: { sv: sv.trim(), en: en.trim() }, owner },
    agreed: { by: [...by], from, ...(until !== '' && { until }) },
    target: goal === 'none' ? null : { [goal]: amount },
    counts,
  };
}

function readCounts(text: string): Indicator['counts'] | null {
  try {
    const read = JSON.parse(text);
    return typeof read === 'object' ? read : null;
  } catch {
    return null;
  }
}

/** Without the digits that a share in binary brings along: 0.57 is 57. */
function percentOf(share: number): number {
  return Number((100 * share).toPrecision(12));
}
