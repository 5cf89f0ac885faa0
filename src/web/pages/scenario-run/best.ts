/** Which value of a row is the best, and whether what makes it so is paid by women or by men. */
import type { FigureRow } from '../../../scenarios/figures/figure-rows.ts';

/** Where more, or less, is better whoever asks. Points are not here: what is done by hand keeps no rule that costs points. */
const better: Readonly<Record<string, 'more' | 'less'>> = {
  ...{ placed: 'more', unplaced: 'less', women_placed: 'more', men_placed: 'more' },
  ...{ pupils_reached: 'more', pupils_newly: 'more', pupils_share: 'more' },
  ...{ minutes_to_team: 'less', longest_minutes: 'less' },
};

/** The best of the values; null where none is better than another, or nobody can say what is better. */
export function bestOf(key: string, values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  if (known.length < 2 || least === most || better[key] === undefined) return null;
  return better[key] === 'more' ? most : least;
}

const aboutPlacing: readonly string[] = ['placed', 'unplaced', 'women_placed', 'men_placed'];

export type Figures = Parameters<FigureRow['value']>[0];
type Rates = Pick<Figures, 'genders'> | null;

/**
 * Who pays for the best of a row about who is placed: the gender of whom another column places a larger share while it places a smaller share of
 * the other, and that column, the first such one. Null where nobody does; such a best may be called so.
 */
export function paidBy(
  key: string,
  best: number,
  columns: readonly Rates[],
): { readonly gender: 'woman' | 'man'; readonly column: number } | null {
  if (!aboutPlacing.includes(key)) return null;
  const here = columns[best] ?? null;
  for (const [column, there] of columns.entries()) {
    const women = rate(there, 'woman') - rate(here, 'woman');
    const men = rate(there, 'man') - rate(here, 'man');
    if (women > 0 && men < 0) return { gender: 'woman', column };
    if (men > 0 && women < 0) return { gender: 'man', column };
  }
  return null;
}

/** NaN, which is neither more nor less than anything, where it is not known. */
function rate(figures: Rates, which: 'woman' | 'man'): number {
  return figures?.genders.find(({ gender }) => gender === which)?.rate ?? Number.NaN;
}
