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
      if (Math.abs(running) + Math.abs(whole) <= EXACT) {
        running += whole;
      } else {
        moved += BigInt(running);
        running = 0;
        if (Math.abs(whole) <= EXACT) running = whole;
        else moved += BigInt(whole);
      }
    },
    value: () => moved + BigInt(running),
  };
}

/** The largest double that is not above the whole number. */
export function doubleBelow(whole: bigint): number {
  const near = Number(whole);
  return BigInt(near) <= whole ? near : nextDown(near);
}

/** The smallest double that is not below the whole number. */
export function doubleAbove(whole: bigint): number {
  return -doubleBelow(-whole);
}

/** The next double towards minus infinity; for whole doubles above 2^53 in size, whose neighbours are whole too. */
function nextDown(value: number): number {
  const bits = new BigInt64Array(new Float64Array([value]).buffer);
  bits[0] += value > 0 ? -1n : 1n;
  return new Float64Array(bits.buffer)[0];
}
