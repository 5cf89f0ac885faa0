/** What the lottery tells: in words, and as the difference between its two sides with how sure it is. */
import { useTexts } from '../../language.tsx';
import { Download } from '../../parts/download.tsx';
import { Figure } from '../../parts/figure.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import type { Answer } from './question.ts';
import { texts } from './texts.ts';

export function Told({ region, answer }: { readonly region: string; readonly answer: Answer }) {
  const t = useTexts(texts);
  const said = useSaid();
  const { sentences, difference, interval, draws } = answer;
  return (
    <section aria-labelledby="lottery-answer">
      <h2 id="lottery-answer">{t('answer')}</h2>
      {sentences.map((sentence) => (
        <p key={sentence.sv} className="prose">
          {said(sentence)}
        </p>
      ))}
      {draws === 0 ? null : <p className="help">{t('drawn', { count: draws })}</p>}
      {difference === null || interval === null ? null : (
        <Difference region={region} answer={answer} difference={difference} interval={interval} />
      )}
      <div className="buttons unprinted">
        <Download
          label={t('json')}
          file={`lottning-${region}.json`}
          type="application/json"
          content={() => JSON.stringify(answer)}
        />
        <button type="button" className="quiet" onClick={() => print()}>
          {t('print')}
        </button>
      </div>
    </section>
  );
}

interface DifferenceProps {
  readonly region: string;
  readonly answer: Answer;
  readonly difference: number;
  readonly interval: readonly number[];
}

function Difference({ region, answer, difference, interval: [low, high] }: DifferenceProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number, percent } = useFormats();
  const { arms, outcome, shares, effectiveSizes } = answer;
  const points = (share: number): string => t('points', { points: number(100 * share) });
  return (
    <Figure
      title={t('figure', {
        outcome: said(outcome.name),
        first: said(arms[0].name),
        second: said(arms[1].name),
      })}
      file={`lottning-${region}`}
      columns={[t('side'), t('share'), t('low'), t('high'), t('size')]}
      rows={[
        ...arms.map((arm, at) => [
          said(arm.name),
          shares === null ? t('hidden') : percent(shares[at]),
          '',
          '',
          effectiveSizes === null ? '' : number(effectiveSizes[at]),
        ]),
        [t('difference'), points(difference), points(low), points(high), ''],
      ]}
      draw={(plot, width) =>
        plot.plot({
          width: Math.min(width, 640),
          height: 110,
          ...{ marginLeft: 20, marginRight: 20, marginBottom: 40 },
          x: {
            domain: [-1, 1],
            label: t('axis'),
            tickFormat: (share: number) => number(100 * share),
            ticks: width < 400 ? 5 : 11,
          },
          y: { axis: null },
          marks: [
            plot.ruleX([0], { stroke: 'currentColor', strokeDasharray: '4 4' }),
            plot.ruleY([0], { x1: low, x2: high, stroke: 'currentColor', strokeWidth: 3 }),
            plot.dot([difference], { x: (share: number) => share, y: 0, fill: 'currentColor', r: 7 }),
          ],
        })
      }
    />
  );
}
