/** What is wrong with, or worth knowing about, something that was read; and what of it may be shown. */
import type { Text } from '../text.ts';

/** `row` counts as a spreadsheet shows it: the header is row 1. In JSON it is the item's number, from 1. */
export interface InputProblem {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  /** What was read, where it may be shown. */
  readonly value: string | null;
  readonly message: Text;
}

const longestEcho = 80;

/** A personal identity or coordination number (10 or 12 digits, a day up to 31 or 61-91), whether or not its check digit is right. */
const identityNumber =
  /(?<!\d)(?:18|19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+ ]?[\dA-Z]\d{3}(?![\dA-Z])/;
const shortestIdentityNumber = 10;

/** Whether the text holds something that looks like a Swedish personal identity number. */
export function looksLikeIdentityNumber(text: string): boolean {
  return text.length >= shortestIdentityNumber && identityNumber.test(text);
}

/** A value as an error may show it: at most 80 characters; null for nothing, a nested value or an identity number. */
export function echo(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'object' && !Array.isArray(value)) return null;
  const text = Array.isArray(value)
    ? value.filter((item) => typeof item === 'string').join(';')
    : String(value);
  if (looksLikeIdentityNumber(text)) return null;
  return text.length > longestEcho ? `${text.slice(0, longestEcho - 1)}…` : text;
}

export const identityNumberMessage: Text = {
  sv: 'värdet liknar ett personnummer. Personnummer behövs aldrig här: använd en pseudonym. Värdet visas inte',
  en: 'the value looks like a personal identity number. None is ever needed here: use a pseudonym. The value is not shown',
};

export const protectedMessage: Text = {
  sv: 'raden gäller en person med skyddade uppgifter. Sådana läggs aldrig i en fil: ta bort raden här och i alla andra filer, håll en plats fri med reserved_seats och matcha personen för sig. Inget av raden visas',
  en: 'the row is about a person whose data is protected. Such persons are never put in a file: remove the row here and in every other file, keep a seat free with reserved_seats and match the person alone. Nothing of the row is shown',
};
