export interface PowerFit {
  readonly factor: number;
  readonly exponent: number;
}

/** y = factor * x^exponent by least squares of the logarithms; null where fewer than two sizes are left. */
export function fitPower(points: readonly (readonly [x: number, y: number])[]): PowerFit | null {
  const logs = points.filter(([x, y]) => x > 0 && y > 0).map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(logs.map(([x]) => x));
  const meanY = mean(logs.map(([, y]) => y));
  const spread = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  if (!(spread > 0)) return null;
  const exponent = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
  return { factor: Math.exp(meanY - exponent * meanX), exponent };
}
