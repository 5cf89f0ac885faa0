import { intelligibility } from '../domain/languages.ts';

/** How much of language b speakers of a understand, in whole percent, at a * languages + b, for every two languages of the region. */
export function intelligibilityTable(languages: readonly string[]): Uint8Array {
  const table = new Uint8Array(languages.length ** 2);
  languages.forEach((a, i) => {
    languages.forEach((b, j) => {
      table[i * languages.length + j] = Math.round(100 * intelligibility(a, b));
    });
  });
  return table;
}
