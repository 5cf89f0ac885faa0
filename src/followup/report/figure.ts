/** A count with what it says: the share or median, and its interval. */
import { isSmall, withoutSmallNumbers } from '../../domain/small-numbers.ts';
import type { Measured } from '../indicators/measure.ts';
import { median, wilson } from '../uncertainty/interval.ts';
import type { Figure } from './report-format.ts';

const nothing = { value: null, numerator: null, denominator: null, unknown: null, interval: null } as const;
export const hiddenFigure: Figure = { status: 'hidden', ...nothing };
const emptyFigure: Figure = { status: 'empty', ...nothing };

/** The figure of a share; `hidden` as hiddenCells says. */
export function shareFigure(measured: Measured, hidden: boolean): Figure {
  const size = measured.denominator.length;
  if (hidden) return hiddenFigure;
  if (size === 0) return emptyFigure;
  const numerator = measured.numerator.length;
  return {
    status: 'shown',
    value: numerator / size,
    numerator,
    denominator: size,
    unknown: shownUnknown(numerator, measured.unknown.length, size),
    interval: [...wilson(numerator, size)],
  };
}

/** The figure of a median over those whose amount is known; their number is left out where it would tell of a few others. */
export function medianFigure({ amounts, unknown }: Measured): Figure {
  const size = amounts.length;
  if (size === 0) return emptyFigure;
  if (isSmall(size)) return hiddenFigure;
  const { value, interval } = median(amounts);
  const few = isSmall(unknown.length);
  return {
    status: 'shown',
    value,
    numerator: few ? null : size,
    denominator: few ? null : size,
    unknown: few ? '<5' : unknown.length,
    interval: interval && [...interval],
  };
}

/** Not shown either where the known others, which follow from it, are few. */
function shownUnknown(numerator: number, unknown: number, size: number): Figure['unknown'] {
  const { counts } = withoutSmallNumbers([numerator, unknown, size - numerator - unknown]);
  return counts[2] === '<5' && counts[1] !== '<5' ? 'hidden' : counts[1];
}

/** Counts of places instead of people, in full, so without an interval: nothing was drawn from anything larger. */
export function placesFigure(numerator: number, denominator: number, unknown: number): Figure {
  if (denominator === 0) return unknown === 0 ? emptyFigure : { ...emptyFigure, unknown };
  return {
    status: 'shown',
    value: numerator / denominator,
    numerator,
    denominator,
    unknown,
    interval: null,
  };
}
