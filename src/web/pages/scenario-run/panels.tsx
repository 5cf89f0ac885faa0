/** Scenarios side by side as small multiples: a panel a measure, a bar a scenario, in the order and by the numbers of the table's columns. */
import { useCallback } from 'react';
import { type FigureRow, figureRows } from '../../../scenarios/figures/figure-rows.ts';
import { useTexts } from '../../language.tsx';
import { Figure } from '../../parts/figure.tsx';
import { useSaid } from '../../parts/said.tsx';
import type { Figures } from './best.ts';
import { texts } from './texts.ts';

interface PanelsProps {
  readonly id: string;
  /** With its place: `2. En plats färre`; in the order of the table. */
  readonly columns: readonly { readonly label: string; readonly figures: Figures | null }[];
  readonly amount: (kind: FigureRow['kind'], value: number) => string;
}

/** Two lines of text a bar: the scenario above it, the value at its end. */
const barHeight = 44;
const panelWidth = 300;

export function Panels({ id, columns, amount }: PanelsProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const measures = figureRows
    .map(({ key, label, kind, value }) => ({
      key,
      label: said(label),
      values: columns.map(({ figures }) => (figures === null ? null : value(figures))),
      told: (one: number | null) => (one === null ? '–' : amount(kind, one)),
    }))
    .filter(({ values }) => values.some((value) => value !== null));
  const draw = useCallback(
    (plot: typeof import('@observablehq/plot'), width: number) => {
      const across = Math.max(1, Math.min(3, Math.floor(width / panelWidth)));
      const down = Math.ceil(measures.length / across);
      const place = (at: number) => ({ fx: at % across, fy: Math.floor(at / across) });
      const bars = measures.flatMap(({ values, told }, at) => {
        const known = values.filter((value) => value !== null);
        const least = Math.min(0, ...known);
        // Each panel has a scale of its own that holds nought, so that a bar twice as long is twice as much.
        const span = Math.max(0, ...known) - least || 1;
        return values.map((value, column) => ({
          ...place(at),
          column,
          label: columns[column]?.label,
          from: -least / span,
          to: ((value ?? 0) - least) / span,
          told: told(value),
        }));
      });
      const titles = measures.map(({ label }, at) => ({ ...place(at), label }));
      return plot.plot({
        width,
        height: down * (56 + barHeight * columns.length),
        ...{ marginLeft: 4, marginRight: 12, marginTop: 22, marginBottom: 0 },
        x: { axis: null, domain: [0, 1.25] },
        y: { axis: null, domain: columns.map((_column, at) => at) },
        fx: { axis: null, padding: 0.06, domain: [...Array(across).keys()] },
        fy: { axis: null, padding: 0.12, domain: [...Array(down).keys()] },
        marks: [
          plot.text(titles, {
            ...{ fx: 'fx', fy: 'fy', frameAnchor: 'top-left', dy: -12, textAnchor: 'start' },
            ...{ text: 'label', fontWeight: 600, lineWidth: 26, textOverflow: 'ellipsis' },
          }),
          plot.barX(bars, {
            ...{ fx: 'fx', fy: 'fy', x1: 'from', x2: 'to', y: 'column', insetTop: 20, insetBottom: 6 },
            ...{ fill: 'currentColor', fillOpacity: 0.55 },
          }),
          plot.text(bars, {
            ...{ fx: 'fx', fy: 'fy', x: 0, y: 'column', dy: -11, textAnchor: 'start' },
            ...{ text: 'label', lineWidth: 24, textOverflow: 'ellipsis' },
          }),
          plot.text(bars, {
            ...{ fx: 'fx', fy: 'fy', x: ({ from, to }) => Math.max(from, to), y: 'column', dx: 5, dy: 7 },
            ...{ textAnchor: 'start', text: 'told' },
          }),
        ],
      });
    },
    [columns, measures],
  );
  return (
    <Figure
      title={t('panels')}
      file={id}
      columns={[t('figure'), ...columns.map(({ label }) => label)]}
      rows={measures.map(({ label, values, told }) => [label, ...values.map(told)])}
      draw={draw}
    />
  );
}
