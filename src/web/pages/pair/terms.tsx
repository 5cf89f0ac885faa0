/** What the points of a pair are made of: each term as a bar of what it could be at most, and in words. */
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import type { Why } from './answers.ts';
import { texts } from './texts.ts';

type Place = NonNullable<Why['place']>;

export function Terms({ points, terms }: Pick<Place, 'points' | 'terms'>) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  return (
    <>
      <p>{t('points', { points: number(points) })}</p>
      <ul className="terms">
        {terms.map(({ term, points: won, most, ...text }) => (
          <li key={term}>
            <span>{said(text)}</span>
            <span className="of">{t('of', { points: number(won), most: number(most) })}</span>
            <meter min={0} max={Math.max(most, 1)} value={Math.max(0, won)} aria-hidden="true" />
          </li>
        ))}
      </ul>
    </>
  );
}
