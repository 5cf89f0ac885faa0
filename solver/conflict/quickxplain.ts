/**
 * QuickXplain: an irreducible part of `elements` that cannot be had together, on top of what always holds.
 * U. Junker, "QuickXplain: preferred explanations and relaxations for over-constrained problems", AAAI 2004.
 *
 * Calls `clashes` about 2 k log2(n / k) + 2 k times for k elements found among n, and never with all of them, which
 * must clash. Where `clashes` cannot tell and says false, what is returned still clashes but may be reducible.
 * Elements that stand first are preferred.
 */
export async function quickXplain<Element>(
  elements: readonly Element[],
  clashes: (part: readonly Element[]) => Promise<boolean>,
): Promise<readonly Element[]> {
  const explain = async (
    held: readonly Element[],
    grew: boolean,
    rest: readonly Element[],
  ): Promise<readonly Element[]> => {
    if (grew && (await clashes(held))) return [];
    if (rest.length <= 1) return rest;
    const half = Math.ceil(rest.length / 2);
    const first = rest.slice(0, half);
    const second = await explain([...held, ...first], true, rest.slice(half));
    return [...(await explain([...held, ...second], second.length > 0, first)), ...second];
  };
  return explain([], true, elements);
}
