/** What the service says in both languages, in the page's own. */
import { useLanguage } from '../language.tsx';

interface InBoth {
  readonly sv: string;
  readonly en: string;
}

export function useSaid(): (text: InBoth) => string {
  const language = useLanguage();
  return (text) => text[language];
}
