/** The bands of simulated years, week by week: what 5 % to 95 % of the years come to, and the middle; one column a policy. */
import * as Plot from '@observablehq/plot';
import { bandFigures } from '../tables/simulation-table.ts';
import { policyNames, policyTitles } from '../year/policy-names.ts';
import type { Simulation } from '../year/result-format.ts';
import { type Language, plotSvg } from './svg.ts';

const words = {
  sv: {
    title: 'året framåt',
    week: 'Vecka',
    placed: 'Har fått plats',
    there: 'Är på plats',
    waiting: 'Väntar',
    axis: 'Personer (fältet: 5–95 % av åren; linjen: mitten)',
  },
  en: {
    title: 'the year ahead',
    week: 'Week',
    placed: 'Have been placed',
    there: 'Are there',
    waiting: 'Wait',
    axis: 'People (band: 5–95% of the years; line: the middle)',
  },
} as const;

export function simulationSvg({ policies, region }: Simulation, lang: Language): string {
  const say = words[lang];
  const points = policyNames.flatMap((name) =>
    bandFigures.flatMap((figure) => {
      const { low, median, high } = policies[name].bands[figure];
      return median.map((middle, week) => ({
        ...{ policy: policyTitles[name][lang], figure: say[figure] },
        ...{ week: week + 1, low: low[week], middle, high: high[week] },
      }));
    }),
  );
  const facet = { fx: 'policy', fy: 'figure', x: 'week' };
  return plotSvg(`${region}: ${say.title}`, {
    ...{ height: 560, marginTop: 60, marginLeft: 50, marginRight: 110 },
    fx: { label: null, domain: policyNames.map((name) => policyTitles[name][lang]) },
    fy: { label: null, domain: bandFigures.map((figure) => say[figure]) },
    x: { label: say.week, ticks: 4 },
    y: { label: say.axis, grid: true, ticks: 4 },
    marks: [
      Plot.frame({ stroke: '#bbb' }),
      Plot.areaY(points, { ...facet, y1: 'low', y2: 'high', fill: '#00696e', fillOpacity: 0.25 }),
      Plot.lineY(points, { ...facet, y: 'middle', stroke: '#00696e', strokeWidth: 1.5 }),
    ],
  });
}
