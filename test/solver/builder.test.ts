import { describe, expect, test } from 'vitest';
import { createProblemBuilder, type ProblemSize } from '../../solver/builder.ts';

/** So many options of two people, each using one seat and, in two parts, 3 hours. */
function build(options: number, size?: ProblemSize) {
  const builder = createProblemBuilder(size);
  for (const id of ['ann', 'bo']) builder.participant(id);
  const seats = builder.constraint('seats', 5);
  const hours = builder.constraint('hours', 40, 2);
  for (let k = 0; k < options; k++) {
    builder.option(k % 2, k, k, 0);
    builder.use(hours, 1);
    builder.use(seats, 1);
    builder.use(hours, 2);
  }
  return builder.build();
}

describe('a problem builder', () => {
  test('amounts of the same constraint within an option add up', () => {
    const { useStart, useConstraint, useAmount } = build(2);
    expect(useStart).toEqual(Int32Array.of(0, 2, 4));
    expect(useConstraint).toEqual(Int32Array.of(1, 0, 1, 0));
    expect(useAmount).toEqual(Float64Array.of(3, 1, 3, 1));
  });

  test('the size that is expected never changes the problem', () => {
    const problem = build(3000);
    for (const size of [
      { options: 0, uses: 0 },
      { options: 3000, uses: 6000 },
      { options: 9000, uses: 7 },
    ])
      expect(build(3000, size)).toEqual(problem);
  });

  test("the caller's mistakes are told", () => {
    const builder = createProblemBuilder();
    builder.participant('ann');
    const seats = builder.constraint('seats', 1);
    expect(() => builder.use(seats, 1)).toThrow(RangeError);
    expect(() => builder.participant('ann')).toThrow('ann');
    expect(() => builder.constraint('seats', 1)).toThrow('seats');
    expect(() => builder.constraint('hours', 0.5)).toThrow('hours');
    expect(() => builder.option(1, 1)).toThrow(RangeError);
    builder.option(0, 1);
    expect(() => builder.use(1, 1)).toThrow(RangeError);
    expect(() => builder.use(seats, 1.5)).toThrow(RangeError);
  });
});
