/** How long those who wait have had their residence permit. */
import { useCallback } from 'react';
import { useTexts } from '../../language.tsx';
import { Figure } from '../../parts/figure.tsx';
import type { Overview } from './answers.ts';
import { drawn, useCount } from './count.tsx';
import { texts } from './texts.ts';

export function Waited({ waited }: Pick<Overview, 'waited'>) {
  const t = useTexts(texts);
  const count = useCount();
  const rows = waited.map(({ from, to, people }) => ({
    months: to === null ? t('from_months', { from }) : `${from}–${to}`,
    people: drawn(people),
    told: count(people),
  }));
  const draw = useCallback(
    (plot: typeof import('@observablehq/plot'), width: number) =>
      plot.plot({
        width,
        height: 200,
        x: { label: t('months'), domain: rows.map(({ months }) => months) },
        y: { label: t('people'), grid: true },
        marks: [
          plot.barY(rows, { x: 'months', y: 'people', fill: 'currentColor', fillOpacity: 0.75 }),
          plot.text(rows, { x: 'months', y: 'people', text: 'told', dy: -8 }),
          plot.ruleY([0]),
        ],
      }),
    [rows, t],
  );
  return (
    <Figure
      title={t('waited')}
      file="vantat"
      columns={[t('months'), t('people')]}
      rows={rows.map(({ months, told }) => [months, told])}
      draw={draw}
    />
  );
}
