/** The open nodes of a search, the one with the largest bound first; of equal ones the older (a binary heap). */
export interface Ranked {
  readonly bound: number;
}

export function createOpenNodes<Node extends Ranked>() {
  const heap: { readonly node: Node; readonly age: number }[] = [];
  let ages = 0;
  const before = (i: number, j: number): boolean => {
    const [a, b] = [heap[i], heap[j]];
    return a.node.bound > b.node.bound || (a.node.bound === b.node.bound && a.age < b.age);
  };
  const swap = (i: number, j: number): void => {
    [heap[i], heap[j]] = [heap[j], heap[i]];
  };
  return {
    size: (): number => heap.length,
    largest: (): number => heap[0]?.node.bound ?? Number.NEGATIVE_INFINITY,
    push(node: Node): void {
      heap.push({ node, age: ages++ });
      for (let i = heap.length - 1; i > 0 && before(i, (i - 1) >> 1); i = (i - 1) >> 1) swap(i, (i - 1) >> 1);
    },
    pop(): Node | undefined {
      if (heap.length === 0) return undefined;
      swap(0, heap.length - 1);
      const top = heap.pop();
      for (let i = 0; ; ) {
        let best = i;
        for (const child of [2 * i + 1, 2 * i + 2])
          if (child < heap.length && before(child, best)) best = child;
        if (best === i) return top?.node;
        swap(i, best);
        i = best;
      }
    },
  };
}
