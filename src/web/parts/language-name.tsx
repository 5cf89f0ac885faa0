/** What a language is called, from its code (ISO 639-3): as the service calls it, else as the browser does, else the code itself. */
import { languageNames } from '../../domain/language-names.ts';
import { useLanguage } from '../language.tsx';

const known = new Map(languageNames.map((row) => [row.code, row]));
const names = {
  sv: new Intl.DisplayNames('sv', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
};

export function useLanguageName(): (code: string) => string {
  const language = useLanguage();
  return (code) => known.get(code)?.[language] ?? names[language].of(code) ?? code;
}

/** The languages often met in Sweden by their names, for choices; a code that is chosen already is among them whatever it is. */
export function useLanguageChoices(
  chosen: string | null = null,
): readonly (readonly [code: string, name: string])[] {
  const language = useLanguage();
  const nameOf = useLanguageName();
  const codes = languageNames.map(({ code }) => code);
  const all = chosen === null || known.has(chosen) ? codes : [...codes, chosen];
  return all
    .map((code) => [code, nameOf(code)] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, language));
}
