/** Languages often met in Sweden, by their ISO 639-3 codes: light enough for the pages, which cannot carry the whole list of codes. */
import names from './language-names.json' with { type: 'json' };
import type { Text } from './text.ts';

export interface LanguageName extends Text {
  readonly code: string;
}

export const languageNames: readonly LanguageName[] = names;
