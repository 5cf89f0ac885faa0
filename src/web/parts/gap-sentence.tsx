/** How good a proposal is for certain, in a sentence. */
import { useTexts } from '../language.tsx';
import { useFormats } from './formats.tsx';
import { texts } from './texts.ts';

/** `objective` and `bound` in points. */
export function GapSentence({ objective, bound }: { readonly objective: number; readonly bound: number }) {
  const t = useTexts(texts);
  const { number } = useFormats();
  const points = Math.max(0, Math.floor(bound - objective));
  return <>{points === 0 ? t('no_better') : t('gap', { points: number(points) })}</>;
}
