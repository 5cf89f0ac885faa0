/** What a learnt chance would mean for women and for men, to be seen before anybody turns it on. */
import { isSmall } from '../../domain/small-numbers.ts';
import type { Example } from './examples.ts';

export interface GenderEffect {
  readonly gender: 'woman' | 'man';
  readonly size: number;
  /** Mean chance foretold, and the share whom it came true for. */
  readonly foretold: number;
  readonly happened: number;
  /** The share of them among the half of all with the best chances: 0.5 where the model favours nobody. */
  readonly inBetterHalf: number;
}

/** One entry each for women and men; a group of 1 to 4 is left out, and then so is the other. */
export function effectOnWomenAndMen(
  examples: readonly Example[],
  chances: readonly number[],
): readonly GenderEffect[] {
  const order = examples.map((_, i) => i).sort((a, b) => chances[b] - chances[a] || a - b);
  const better = new Set(order.slice(0, Math.ceil(order.length / 2)));
  const effects = (['woman', 'man'] as const).map((gender) => {
    const own = order.filter((i) => examples[i].gender === gender);
    const mean = (of: (i: number) => number): number => own.reduce((sum, i) => sum + of(i), 0) / own.length;
    return {
      gender,
      size: own.length,
      foretold: mean((i) => chances[i]),
      happened: mean((i) => (examples[i].happened ? 1 : 0)),
      inBetterHalf: mean((i) => (better.has(i) ? 1 : 0)),
    };
  });
  return effects.some(({ size }) => size === 0 || isSmall(size)) ? [] : effects;
}
