/** A sweep as curves: the points along the first parameter, one line a value of the second, with the band up to the bound. */
import * as Plot from '@observablehq/plot';
import type { Sweep } from '../sweep/sweep-format.ts';
import { type Language, plotSvg } from './svg.ts';

const words = {
  sv: { points: 'Poäng, avdrag gjorda', knee: 'knä' },
  en: { points: 'Points less penalties', knee: 'knee' },
} as const;

export function sweepSvg({ parameters, points, knee, region }: Sweep, lang: Language): string {
  const say = words[lang];
  const [first, second] = parameters;
  const known = points.flatMap(({ values, figures }) =>
    figures === null
      ? []
      : [{ x: values[0], line: String(values[1] ?? ''), y: figures.objective, most: figures.bound }],
  );
  const ends = [...Map.groupBy(known, ({ line }) => line).values()].map((line) => line[line.length - 1]);
  const bends = knee === null ? [] : known.filter(({ x }) => x === knee);
  return plotSvg(`${region}: ${say.points}`, {
    marginLeft: 80,
    marginRight: second ? 150 : 40,
    x: { label: first.name[lang], grid: true },
    y: { label: say.points, grid: true, nice: true, zero: false },
    marks: [
      Plot.areaY(known, { x: 'x', y1: 'y', y2: 'most', z: 'line', fill: '#00696e', fillOpacity: 0.2 }),
      Plot.lineY(known, { x: 'x', y: 'y', z: 'line', stroke: '#00696e' }),
      Plot.dot(known, { x: 'x', y: 'y', fill: '#00696e', r: 2.5 }),
      ...(second
        ? [
            Plot.text(ends, {
              x: 'x',
              y: 'y',
              dx: 8,
              textAnchor: 'start',
              text: ({ line }) => `${second.name[lang]}: ${line}`,
            }),
          ]
        : []),
      Plot.dot(bends, { x: 'x', y: 'y', r: 7, stroke: '#b3261e', strokeWidth: 2 }),
      Plot.text(bends, { x: 'x', y: 'y', dy: 18, text: () => say.knee }),
    ],
  });
}
