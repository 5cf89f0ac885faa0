/** Whether what a model foretells comes true: by fifths of the people, what it foretold against what happened, and how sure that is. */
import { useTexts } from '../../../language.tsx';
import { Figure } from '../../../parts/figure.tsx';
import { useFormats } from '../../../parts/formats.tsx';
import type { Learnt } from '../answers.ts';
import { texts } from './texts.ts';

const height = 280;

export function Calibration({
  fifths,
  file,
}: {
  readonly fifths: Learnt['calibration'];
  readonly file: string;
}) {
  const t = useTexts(texts);
  const { number, percent } = useFormats();
  const known = fifths.flatMap(({ foretold, happened, interval }) =>
    happened === null || interval === null
      ? []
      : [{ foretold, happened, low: interval[0], high: interval[1] }],
  );
  return (
    <Figure
      title={t('calibration')}
      file={file}
      columns={[t('foretold'), t('happened'), t('low'), t('high'), t('size')]}
      rows={fifths.map(({ foretold, happened, interval, size }) => [
        percent(foretold),
        happened === null ? t('few') : percent(happened),
        interval === null ? '' : percent(interval[0]),
        interval === null ? '' : percent(interval[1]),
        number(size),
      ])}
      draw={(plot, width) =>
        plot.plot({
          width: Math.min(width, 480),
          height,
          ...{ marginLeft: 48, marginBottom: 40, grid: true },
          x: { domain: [0, 1], label: t('foretold'), tickFormat: percent, ticks: 5 },
          y: { domain: [0, 1], label: t('happened'), tickFormat: percent, ticks: 5 },
          marks: [
            plot.link([0], { x1: 0, y1: 0, x2: 1, y2: 1, stroke: 'currentColor', strokeDasharray: '4 4' }),
            plot.ruleX(known, {
              x: 'foretold',
              y1: 'low',
              y2: 'high',
              stroke: 'currentColor',
              strokeWidth: 2,
            }),
            plot.dot(known, { x: 'foretold', y: 'happened', fill: 'currentColor', r: 5 }),
          ],
        })
      }
    />
  );
}
