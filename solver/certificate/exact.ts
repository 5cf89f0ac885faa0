/**
 * Exact totals of whole numbers. Every number that goes in is a whole double; a running total stays a double while it
 * is below 2^53, where doubles add exactly, and moves into a BigInt before it could pass it.
 */
const EXACT = 2 ** 53;

export interface ExactTotal {
  readonly add: (whole: number) => void;
  readonly value: () => bigint;
}

export function exactTotal(): ExactTotal {
  let moved = 0n;
  let running = 0;
  return {
    add(whole) {
      // Strictly below: 2^53 + 1 would be rounded to 2^53 before it is compared.
      if (Math.abs(running) + Math.abs(whole) < EXACT) {
        running += whole;
      } else {
        moved += BigInt(running);
        running = 0;
        if (Math.abs(whole) < EXACT) running = whole;
        else moved += BigInt(whole);
      }
    },
    value: () => moved + BigInt(running),
  };
}

/** The largest double that is not above the whole number. */
export function doubleBelow(whole: bigint): number {
  const near = Number(whole);
  return BigInt(near) <= whole ? near : beside(near, whole < 0n ? 1n : -1n);
}

/** The smallest double that is not below the whole number. */
export function doubleAbove(whole: bigint): number {
  const near = Number(whole);
  return BigInt(near) >= whole ? near : beside(near, whole < 0n ? -1n : 1n);
}

/** The neighbour of a double whose size is so many steps larger; above 2^53, where doubles round, neighbours are whole. */
function beside(value: number, steps: bigint): number {
  const bits = new BigInt64Array(new Float64Array([value]).buffer);
  bits[0] += steps;
  return new Float64Array(bits.buffer)[0];
}
