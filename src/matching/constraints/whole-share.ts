/** Shares are read to a millionth, so that 0.29 of 100 is 29 and not 28.999999999999996. */
const MILLION = 1_000_000;

/** A share of 0-1 in whole millionths. */
function millionths(share: number): number {
  return Math.round(share * MILLION);
}

/** The largest whole number that is not above share x the whole factors, exactly: limits are whole numbers. */
export function floorOfShare(share: number, ...factors: readonly number[]): number {
  const product = factors.reduce((all, factor) => all * BigInt(factor), BigInt(millionths(share)));
  return Number(product / BigInt(MILLION));
}

/** The smallest whole number that is not below share x count. */
export function ceilOfShare(share: number, count: number): number {
  return Math.ceil((millionths(share) * count) / MILLION);
}
