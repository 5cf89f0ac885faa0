/**
 * A figure: the chart for whoever sees it, the same numbers as a table, and both to take home. The chart is drawn by Observable Plot, which is
 * loaded when the first figure is.
 */
import { useEffect, useId, useRef } from 'react';
import { useTexts } from '../language.tsx';
import { Download, toCsv } from './download.tsx';
import { Scroll } from './scroll.tsx';
import { texts } from './texts.ts';

type Plot = typeof import('@observablehq/plot');

interface FigureProps {
  /** What the figure shows, as a sentence: it names the figure for whoever does not see it. */
  readonly title: string;
  /** Of the files, without an ending. */
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Names what the drawing shows beside the rows, as the outlines under a map: it is drawn anew when it changes. */
  readonly drawnOn?: string | number;
  /** Draws what the rows say: it is drawn anew when they, or the columns' names, change. */
  readonly draw: (plot: Plot, width: number) => Element;
}

export function Figure({ title, file, columns, rows, drawnOn, draw }: FigureProps) {
  const t = useTexts(texts);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(draw);
  latest.current = draw;
  const shown = JSON.stringify([columns, rows, drawnOn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown decides, not which function draws it
  useEffect(() => {
    let left = false;
    void import('@observablehq/plot').then((plot) => {
      const box = place.current;
      if (left || box === null) return;
      box.replaceChildren(latest.current(plot, Math.max(280, box.clientWidth)));
    });
    return () => {
      left = true;
    };
  }, [shown]);
  const svg = (): string => {
    const drawn = place.current?.querySelector('svg');
    return drawn ? new XMLSerializer().serializeToString(drawn) : '';
  };
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <div ref={place} aria-hidden="true" className="chart" />
      <details>
        <summary>{t('as_table')}</summary>
        <Scroll label={title}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.join('\t')}>
                  {row.map((value, at) => (
                    <td key={columns[at]}>{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
      <div className="buttons">
        <Download
          label={t('download_csv')}
          file={`${file}.csv`}
          type="text/csv"
          content={() => toCsv([columns, ...rows])}
        />
        <Download label={t('download_svg')} file={`${file}.svg`} type="image/svg+xml" content={svg} />
      </div>
    </figure>
  );
}
