/** What an indicator would tell today, before it is saved. */
import { useTexts } from '../../../language.tsx';
import { useFormats } from '../../../parts/formats.tsx';
import { useSaid } from '../../../parts/said.tsx';
import type { Tried } from '../answers.ts';
import { texts } from '../texts.ts';

export function TriedFigure({ tried: { words, reported } }: { readonly tried: Tried }) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number, percent } = useFormats();
  const { kind, status, value, sentences } = reported;
  const told =
    value === null
      ? t(status === 'hidden' ? 'hidden' : 'empty')
      : (kind === 'median' ? number : percent)(value);
  return (
    <section className="state" role="status">
      <p>{said(words)}</p>
      <p>{t('tried')}</p>
      <p className="value">{told}</p>
      {sentences.map((sentence) => (
        <p key={sentence.sv}>{said(sentence)}</p>
      ))}
    </section>
  );
}
