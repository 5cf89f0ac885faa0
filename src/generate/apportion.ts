/** Whole numbers in proportion to the weights with the given sum: largest remainders (Hamilton), ties to the earlier. */
export function apportion(weights: readonly number[], sum: number): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (weight * sum) / total);
  const whole = exact.map(Math.floor);
  const left = sum - whole.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, place) => ({ place, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.place - b.place);
  for (const { place } of byRemainder.slice(0, left)) whole[place] += 1;
  return whole;
}
