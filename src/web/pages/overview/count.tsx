/** A count of people in words, where it may be too small to be shown. */
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import type { Count } from './answers.ts';
import { texts } from './texts.ts';

export function useCount(): (count: Count) => string {
  const t = useTexts(texts);
  const { number } = useFormats();
  return (count) => (count === '<5' ? t('few') : count === 'hidden' ? t('hidden') : number(count));
}

/** As tall as a bar can be drawn without giving away more than is said. */
export function drawn(count: Count): number {
  return typeof count === 'number' ? count : 0;
}
