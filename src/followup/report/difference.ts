/** How two shares differ, how sure that is, and what those of whom nothing is known could change. */
import { LEAST_SHOWN } from '../../domain/small-numbers.ts';
import { type Interval, newcombe, wilson } from '../uncertainty/interval.ts';
import type { Figure } from './report-format.ts';

export interface Difference {
  readonly difference: number;
  readonly interval: [low: number, high: number];
}

/** `unless_unknown`: sure as the unknown are counted, but not if they all had reached it. */
export type Sureness = 'sure' | 'unless_unknown' | 'unsure';

interface Counts {
  readonly numerator: number;
  readonly denominator: number;
  /** The most that the numerator could be, were all of whom nothing is known in it. */
  readonly most: number;
}

/** The first share less the second; null where either is not shown, or where both are everybody or nobody. */
export function differenceOf(a: Figure, b: Figure): Difference | null {
  const [first, second] = [countsOf(a), countsOf(b)];
  if (first === null || second === null) return null;
  if (a.value === b.value && (a.value === 0 || a.value === 1)) return null;
  return differenceBetween(first, first.numerator, second, second.numerator);
}

/** Whether the difference of two shares is more than chance, whichever way the unknown would count. */
export function surenessOf(a: Figure, b: Figure): Sureness {
  const [first, second] = [countsOf(a), countsOf(b)];
  if (first === null || second === null) return 'unsure';
  const counted = differenceBetween(first, first.numerator, second, second.numerator);
  if (!hasSign(counted)) return 'unsure';
  const against =
    counted.difference > 0
      ? differenceBetween(first, first.numerator, second, second.most)
      : differenceBetween(first, first.most, second, second.numerator);
  return hasSign(against) && against.difference > 0 === counted.difference > 0 ? 'sure' : 'unless_unknown';
}

/** From the low end of the interval to the high end that it would have if all of whom nothing is known were in the numerator. */
export function rangeWithUnknown(figure: Figure): Interval | null {
  const counts = countsOf(figure);
  if (counts === null || figure.interval === null) return null;
  return [figure.interval[0], wilson(counts.most, counts.denominator)[1]];
}

function countsOf({ numerator, denominator, unknown }: Figure): Counts | null {
  if (numerator === null || denominator === null) return null;
  const others = denominator - numerator;
  const possible = { '<5': Math.min(LEAST_SHOWN - 1, others), hidden: others };
  const more = typeof unknown === 'string' ? possible[unknown] : (unknown ?? 0);
  return { numerator, denominator, most: numerator + more };
}

function differenceBetween(a: Counts, numeratorA: number, b: Counts, numeratorB: number): Difference {
  const [low, high] = newcombe([numeratorA, a.denominator], [numeratorB, b.denominator]);
  return { difference: numeratorA / a.denominator - numeratorB / b.denominator, interval: [low, high] };
}

function hasSign({ interval: [low, high] }: Difference): boolean {
  return low > 0 || high < 0;
}
