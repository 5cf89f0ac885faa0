/** Numbers as sentences say them, in either language. */
import type { Text } from '../../domain/text.ts';
import type { Interval } from '../uncertainty/interval.ts';

/** A share as whole per cent, without the sign: 0.43 is 43. */
export function points(share: number): string {
  const rounded = Math.round(100 * share);
  return rounded < 0 ? `−${-rounded}` : String(rounded);
}

/** An amount with at most one decimal. */
export function amount(value: number): Text {
  const en = String(Math.round(10 * value) / 10);
  return { sv: en.replace('.', ','), en };
}

/** "mellan 33 och 53" in per cent, or in the amount's own unit. */
export function between([low, high]: Interval, unit: 'share' | 'amount'): Text {
  const of = (value: number): Text =>
    unit === 'share' ? { sv: points(value), en: points(value) } : amount(value);
  return {
    sv: `mellan ${of(low).sv} och ${of(high).sv}`,
    en: `between ${of(low).en} and ${of(high).en}`,
  };
}
