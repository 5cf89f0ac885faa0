/**
 * The inverse of a square matrix whose rows and columns come, go and change one at a time, kept whole. `u` counts the
 * matrix's rows and `t` its columns, so that the inverse has the entry (t, u).
 *
 * Each change is a step of Gauss and Jordan's elimination on the inverse (bordering and its undoing: Householder 1953).
 * Cost: the square of the size, zeros passed over.
 */
export interface Kernel {
  readonly size: () => number;
  readonly clear: () => void;
  /** Adds `by` times column u of the inverse to `into`, over t. */
  readonly addColumn: (u: number, by: number, into: Float64Array) => void;
  /** Adds `by` times row t of the inverse to `into`, over u. */
  readonly addRow: (t: number, by: number, into: Float64Array) => void;
  /** Column t of the matrix is replaced; `image` is the inverse times the new one. */
  readonly replaceColumn: (t: number, image: Float64Array) => void;
  /** Row u of the matrix is replaced; `image` is the new one times the inverse. */
  readonly replaceRow: (u: number, image: Float64Array) => void;
  /**
   * A row and a column are added: `column` is the inverse times the new column, `row` the new row times the inverse, `pivot`
   * what is left of the entry where they meet.
   */
  readonly grow: (column: Float64Array, row: Float64Array, pivot: number) => void;
  /** Column t and row u are taken out; the last of each moves into their place. */
  readonly shrink: (t: number, u: number) => void;
  /** Column t of the matrix becomes its negative, and is taken off the columns `others`. */
  readonly turnColumn: (t: number, others: readonly number[]) => void;
}

/** Smaller entries are rounding. */
const ZERO = 1e-14;

export function createKernel(): Kernel {
  let width = 64;
  let size = 0;
  let entry = new Float64Array(width * width);

  const widen = (): void => {
    const wider = new Float64Array(width * width * 4);
    for (let t = 0; t < size; t++) wider.set(entry.subarray(t * width, t * width + size), t * width * 2);
    width *= 2;
    entry = wider;
  };

  const addColumn: Kernel['addColumn'] = (u, by, into) => {
    for (let t = 0, at = u; t < size; t++, at += width) into[t] += by * entry[at];
  };

  const addRow: Kernel['addRow'] = (t, by, into) => {
    const from = t * width;
    for (let u = 0; u < size; u++) into[u] += by * entry[from + u];
  };

  /** Takes `by` times row `from` off row `to`. */
  const takeOff = (to: number, by: number, from: number): void => {
    const [a, b] = [to * width, from * width];
    for (let u = 0; u < size; u++) entry[a + u] -= by * entry[b + u];
  };

  const replaceColumn: Kernel['replaceColumn'] = (t, image) => {
    const by = 1 / image[t];
    const from = t * width;
    for (let u = 0; u < size; u++) entry[from + u] *= by;
    for (let other = 0; other < size; other++) {
      if (other !== t && Math.abs(image[other]) > ZERO) takeOff(other, image[other], t);
    }
  };

  const replaceRow: Kernel['replaceRow'] = (u, image) => {
    const by = 1 / image[u];
    for (let t = 0; t < size; t++) {
      const from = t * width;
      const value = entry[from + u] * by;
      if (value === 0) continue;
      for (let other = 0; other < size; other++) entry[from + other] -= value * image[other];
      entry[from + u] = value;
    }
  };

  const grow: Kernel['grow'] = (column, row, pivot) => {
    if (size === width) widen();
    const last = size * width;
    for (let t = 0; t < size; t++) {
      const from = t * width;
      const by = column[t] / pivot;
      if (by !== 0) for (let u = 0; u < size; u++) entry[from + u] += by * row[u];
      entry[from + size] = -by;
    }
    for (let u = 0; u < size; u++) entry[last + u] = -row[u] / pivot;
    entry[last + size] = 1 / pivot;
    size++;
  };

  const shrink: Kernel['shrink'] = (t, u) => {
    const pivot = entry[t * width + u];
    for (let other = 0; other < size; other++) {
      const by = entry[other * width + u];
      if (other !== t && by !== 0) takeOff(other, by / pivot, t);
    }
    size--;
    if (t !== size) entry.copyWithin(t * width, size * width, size * width + size + 1);
    if (u !== size)
      for (let other = 0; other < size; other++) entry[other * width + u] = entry[other * width + size];
  };

  const turnColumn: Kernel['turnColumn'] = (t, others) => {
    // New columns: -c_t, and c_o - c_t. Then row t of the inverse is -(row t + the rows of the others).
    const from = t * width;
    for (const other of others) addRow(other, 1, entry.subarray(from, from + size));
    for (let u = 0; u < size; u++) entry[from + u] = -entry[from + u];
  };

  return {
    size: () => size,
    clear: () => {
      size = 0;
    },
    addColumn,
    addRow,
    replaceColumn,
    replaceRow,
    grow,
    shrink,
    turnColumn,
  };
}
