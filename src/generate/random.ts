/**
 * Seeded random numbers. Every thing that is drawn has a stream of its own, named by labels (`random(seed, 'team', id)`),
 * so that a change to one thing leaves all others as they were. Only + - * / and whole-number operations are used:
 * the same bytes come out on every machine.
 *
 * Source of the step: mulberry32 (T. Ettinger, public domain); the labels are hashed with FNV-1a (32 bits).
 */
export interface Random {
  /** In [0, 1). */
  fraction(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One item, all equally likely. */
  pick<T>(items: readonly T[]): T;
  /** One item, as likely as its weight says. */
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T;
  /** `number` different items (all of them if there are fewer), in the order in which they stand in `items`. */
  sample<T>(items: readonly T[], number: number): T[];
}

export function random(seed: number, ...labels: readonly string[]): Random {
  let state = hash(`${seed}|${labels.join('|')}`);
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1));
  return {
    fraction,
    whole,
    chance: (probability) => fraction() < probability,
    pick: (items) => items[whole(0, items.length - 1)],
    weighted: (items, weightOf) => {
      const total = items.reduce((sum, item) => sum + weightOf(item), 0);
      let left = fraction() * total;
      for (const item of items) {
        left -= weightOf(item);
        if (left < 0) return item;
      }
      return items[items.length - 1];
    },
    sample: (items, number) => {
      const places = items.map((_, place) => place);
      const taken: number[] = [];
      while (taken.length < number && places.length > 0) {
        taken.push(...places.splice(whole(0, places.length - 1), 1));
      }
      return taken.sort((a, b) => a - b).map((place) => items[place]);
    },
  };
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    state = Math.imul(state ^ byte, 0x01000193);
  }
  return state >>> 0;
}
