/** What partners promised in a period and what came of it, beside the results of those who began in it. */
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import type { Report } from './answers.ts';
import { texts } from './texts.ts';

type Period = Report['commitments'][number];

export function Commitments({
  period: { name, promises, kept, results, sentences },
}: {
  readonly period: Period;
}) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number, percent } = useFormats();
  return (
    <>
      <Scroll label={said(name)}>
        <table>
          <caption>
            {said(name)}: {t(`kept_${kept}`)}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('partner')}</th>
              <th scope="col">{t('what')}</th>
              <th scope="col" className="number">
                {t('promised')}
              </th>
              <th scope="col" className="number">
                {t('delivered')}
              </th>
            </tr>
          </thead>
          <tbody>
            {promises.map((promise) => (
              <tr key={`${promise.partner} ${promise.kind}`}>
                <th scope="row">{said(promise.name)}</th>
                <td>{t(promise.kind)}</td>
                <td className="number">{number(promise.promised)}</td>
                <td className="number">
                  {promise.delivered === null ? t('unknown') : number(promise.delivered)}
                </td>
              </tr>
            ))}
            {results.map((result) => (
              <tr key={`${result.indicator} ${result.group}`}>
                <th scope="row" colSpan={3}>
                  {said(result.indicatorName)}
                </th>
                <td className="number">
                  {result.value === null
                    ? t(result.status === 'hidden' ? 'few' : 'nobody')
                    : percent(result.value)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {sentences.map((sentence) => (
        <p key={sentence.sv}>{said(sentence)}</p>
      ))}
    </>
  );
}
