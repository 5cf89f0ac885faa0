/** A vector of which few entries are touched: adding lists the index, and clearing costs only what was touched. */
export interface Sparse {
  readonly value: Float64Array;
  /** The touched indices are the first `count` of this; an entry among them may be 0 all the same. */
  readonly index: Int32Array;
  count: number;
  readonly touched: Uint8Array;
}

export function createSparse(length: number): Sparse {
  return {
    value: new Float64Array(length),
    index: new Int32Array(length),
    count: 0,
    touched: new Uint8Array(length),
  };
}

export function addTo(vector: Sparse, at: number, by: number): void {
  if (vector.touched[at] === 0) {
    vector.touched[at] = 1;
    vector.index[vector.count++] = at;
  }
  vector.value[at] += by;
}

export function clear(vector: Sparse): void {
  for (let n = 0; n < vector.count; n++) {
    vector.value[vector.index[n]] = 0;
    vector.touched[vector.index[n]] = 0;
  }
  vector.count = 0;
}
