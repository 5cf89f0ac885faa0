import type { Problem } from '../../solver/problem.ts';

/** A public instance, which minimises costs, as a problem that maximises points = most - cost per participant. */
export interface Minimum {
  readonly problem: Problem;
  /** What everybody placed at no cost would be worth: cost = free - objective, and a lower bound is free - bound. */
  readonly free: number;
}

/** The whole numbers of a text, in order; a RangeError where something else stands in it. */
export function numbersOf(text: string, file: string): readonly number[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.map((word) => {
    const value = Number(word);
    if (!Number.isSafeInteger(value))
      throw new RangeError(`${file}: ${word.slice(0, 80)} is not a whole number`);
    return value;
  });
}

/** A RangeError where a file has more or fewer numbers than its head says. */
export function demandLength(numbers: readonly number[], length: number, file: string): void {
  if (numbers.length !== length)
    throw new RangeError(`${file}: ${numbers.length} numbers, expected ${length}`);
}
