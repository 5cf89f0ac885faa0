/** What a language is called, from its code (ISO 639-3); the code itself where the browser knows no name. */
import { useLanguage } from '../language.tsx';

const names = {
  sv: new Intl.DisplayNames('sv', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
};

export function useLanguageName(): (code: string) => string {
  const language = useLanguage();
  return (code) => names[language].of(code) ?? code;
}
