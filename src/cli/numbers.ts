/** Numbers as people write them in either language; fixed, so that the machine's locale changes nothing. */
import type { Language } from './terminal.ts';

const tags = { sv: 'sv-SE', en: 'en-GB' } as const;

/** A whole number with its thousands apart. */
export function whole(value: number, lang: Language): string {
  return new Intl.NumberFormat(tags[lang], { maximumFractionDigits: 0 }).format(value);
}

/** A share as per cent: 0.123 is `12,3 %` in Swedish and `12.3%` in English. */
export function percent(share: number, lang: Language): string {
  return new Intl.NumberFormat(tags[lang], { style: 'percent', maximumFractionDigits: 2 }).format(share);
}
