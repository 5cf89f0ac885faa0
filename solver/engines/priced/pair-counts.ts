/**
 * How often pairs of small whole numbers occur: a hash table with open addressing on flat arrays, pairs numbered in the
 * order in which they are first seen. Cost of an `add`: a look or two.
 */
export interface PairCounts {
  readonly add: (a: number, b: number) => void;
  readonly size: () => number;
  /** Of the pair with this number: its two members, and how often it was added. */
  readonly a: (pair: number) => number;
  readonly b: (pair: number) => number;
  readonly times: (pair: number) => number;
}

const FIRST_SLOTS = 1 << 12;

export function countPairs(): PairCounts {
  // Slots hold the number of a pair plus 1, and are at most half full.
  let slots = new Int32Array(FIRST_SLOTS);
  let firsts = new Int32Array(FIRST_SLOTS / 2);
  let seconds = new Int32Array(FIRST_SLOTS / 2);
  let counts = new Int32Array(FIRST_SLOTS / 2);
  let size = 0;

  const slotOf = (a: number, b: number): number => {
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & (slots.length - 1);
    for (let pair = slots[slot] - 1; pair >= 0; pair = slots[slot] - 1) {
      if (firsts[pair] === a && seconds[pair] === b) break;
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  };
  const grow = (): void => {
    const doubled = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(old.length * 2);
      larger.set(old);
      return larger;
    };
    [firsts, seconds, counts] = [doubled(firsts), doubled(seconds), doubled(counts)];
    slots = new Int32Array(slots.length * 2);
    for (let pair = 0; pair < size; pair++) slots[slotOf(firsts[pair], seconds[pair])] = pair + 1;
  };

  return {
    add: (a, b) => {
      const slot = slotOf(a, b);
      if (slots[slot] > 0) {
        counts[slots[slot] - 1]++;
        return;
      }
      firsts[size] = a;
      seconds[size] = b;
      counts[size] = 1;
      slots[slot] = ++size;
      if (size === firsts.length) grow();
    },
    size: () => size,
    a: (pair) => firsts[pair],
    b: (pair) => seconds[pair],
    times: (pair) => counts[pair],
  };
}
