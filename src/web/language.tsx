/** The page's language: Swedish until somebody chooses, and then as chosen, on this machine. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Texts } from './texts.ts';

export type Language = 'sv' | 'en';
const kept = 'language';

export async function startLanguage(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next.use(initReactI18next).init({
    lng: localStorage.getItem(kept) === 'en' ? 'en' : 'sv',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, name, key) => console.error(`no text for ${name}: ${key}`),
    react: { useSuspense: false },
    resources: { sv: {}, en: {} },
  });
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'sv';
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(kept, language);
  void i18next.changeLanguage(language);
}

export function useLanguage(): Language {
  useTranslation();
  return currentLanguage();
}

type Base<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;

/** `const t = useTexts(texts); t('heading')`. What stands in {{braces}} is handed in by name; plurals by `count`. */
export function useTexts<Key extends string>(texts: Texts<Key>) {
  if (!i18next.hasResourceBundle('sv', texts.name)) {
    i18next.addResourceBundle('sv', texts.name, texts.sv);
    i18next.addResourceBundle('en', texts.name, texts.en);
  }
  const { t } = useTranslation(texts.name);
  return (key: Base<Key>, values: Readonly<Record<string, string | number>> = {}): string => {
    const name: string = key;
    return t(name, values);
  };
}
