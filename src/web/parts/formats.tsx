/** Numbers, shares and dates as the page's language writes them. */
import { useLanguage } from '../language.tsx';

const places = { sv: 'sv-SE', en: 'en-GB' } as const;

function formatsFor(place: string) {
  const number = new Intl.NumberFormat(place, { maximumFractionDigits: 1 });
  const fine = new Intl.NumberFormat(place, { maximumFractionDigits: 3 });
  const percent = new Intl.NumberFormat(place, { style: 'percent', maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(place, { dateStyle: 'medium' });
  const time = new Intl.DateTimeFormat(place, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    number: (value: number) => number.format(value),
    /** Where a tenth is too coarse. */
    fine: (value: number) => fine.format(value),
    /** Of a share from 0 to 1. */
    percent: (share: number) => percent.format(share),
    /** Of a day or a moment as the service writes it (ISO 8601). */
    date: (iso: string) => date.format(new Date(iso)),
    time: (iso: string) => time.format(new Date(iso)),
  };
}

const formats = { sv: formatsFor(places.sv), en: formatsFor(places.en) };

export function useFormats() {
  return formats[useLanguage()];
}
