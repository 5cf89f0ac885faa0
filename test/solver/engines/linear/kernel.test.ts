import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKernel, type Kernel } from '../../../../solver/engines/linear/kernel.ts';

/** The matrix itself, rows u by columns t, changed beside the inverse. */
type Matrix = number[][];

const ROOM = 20;

const inverseTimes = (kernel: Kernel, column: readonly number[]): Float64Array => {
  const into = new Float64Array(ROOM);
  column.forEach((value, u) => {
    kernel.addColumn(u, value, into);
  });
  return into;
};

const timesInverse = (kernel: Kernel, row: readonly number[]): Float64Array => {
  const into = new Float64Array(ROOM);
  row.forEach((value, t) => {
    kernel.addRow(t, value, into);
  });
  return into;
};

const change = fc.record({
  kind: fc.constantFrom('grow', 'grow', 'shrink', 'column', 'row', 'turn'),
  seed: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: ROOM, maxLength: ROOM }),
  t: fc.nat(),
  u: fc.nat(),
});

/** Makes one change to both; pivots of less than 1 in size, which an exchange would not take, are passed over. */
function apply(
  kernel: Kernel,
  matrix: Matrix,
  { kind, seed, t: rawT, u: rawU }: typeof change extends fc.Arbitrary<infer T> ? T : never,
): void {
  const size = matrix.length;
  const [t, u] = [rawT % Math.max(1, size), rawU % Math.max(1, size)];
  const line = seed.slice(0, size);
  if (kind === 'grow' && size < ROOM) {
    const column = inverseTimes(kernel, line);
    const row = seed.slice(ROOM - size - 1, ROOM - 1);
    const rowImage = timesInverse(kernel, row);
    const pivot = row.reduce((left, value, at) => left - value * column[at], seed[ROOM - 1]);
    if (Math.abs(pivot) < 1) return;
    kernel.grow(column, rowImage, pivot);
    matrix.forEach((entries, at) => {
      entries.push(line[at]);
    });
    matrix.push([...row, seed[ROOM - 1]]);
  } else if (kind === 'shrink' && size > 0) {
    if (
      Math.abs(
        timesInverse(
          kernel,
          line.map((_, at) => (at === t ? 1 : 0)),
        )[u],
      ) < 0.1
    )
      return;
    kernel.shrink(t, u);
    for (const entries of matrix) {
      entries[t] = entries[size - 1];
      entries.pop();
    }
    matrix[u] = matrix[size - 1];
    matrix.pop();
  } else if (kind === 'column' && size > 0) {
    const image = inverseTimes(kernel, line);
    if (Math.abs(image[t]) < 0.5) return;
    kernel.replaceColumn(t, image);
    matrix.forEach((entries, at) => {
      entries[t] = line[at];
    });
  } else if (kind === 'row' && size > 0) {
    const image = timesInverse(kernel, line);
    if (Math.abs(image[u]) < 0.5) return;
    kernel.replaceRow(u, image);
    matrix[u] = [...line];
  } else if (kind === 'turn' && size > 0) {
    const others = [...matrix.keys()].filter((other) => other !== t && seed[other] > 0);
    kernel.turnColumn(t, others);
    for (const entries of matrix) {
      for (const other of others) entries[other] -= entries[t];
      entries[t] = -entries[t];
    }
  }
}

test('whatever comes, goes and changes, it stays the inverse', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const kernel = createKernel();
      const matrix: Matrix = [];
      for (const one of changes) apply(kernel, matrix, one);
      expect(kernel.size()).toBe(matrix.length);
      for (let t = 0; t < matrix.length; t++) {
        const row = timesInverse(
          kernel,
          matrix.map((_, at) => (at === t ? 1 : 0)),
        );
        for (let c = 0; c < matrix.length; c++) {
          const product = matrix.reduce((sum, entries, u) => sum + row[u] * entries[c], 0);
          expect(product).toBeCloseTo(t === c ? 1 : 0, 5);
        }
      }
    }),
    { numRuns: 300 },
  );
});
