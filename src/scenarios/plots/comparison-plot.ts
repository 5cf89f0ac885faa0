/** Scenarios side by side: who is placed, of women and of men, one row a scenario. */
import * as Plot from '@observablehq/plot';
import type { Comparison } from '../compare.ts';
import { type Language, plotSvg } from './svg.ts';

const words = {
  sv: {
    title: 'Placerade, andel av kvinnor och av män',
    woman: 'kvinnor',
    man: 'män',
    other: 'annat',
    axis: 'Andel placerade, %',
    placed: 'placerade',
  },
  en: {
    title: 'Placed, share of women and of men',
    woman: 'women',
    man: 'men',
    other: 'other',
    axis: 'Share placed, %',
    placed: 'placed',
  },
} as const;

export function comparisonSvg(
  { columns, region }: Pick<Comparison, 'columns' | 'region'>,
  lang: Language,
): string {
  const say = words[lang];
  const named = columns.flatMap(({ name, figures }, i) =>
    figures === null ? [] : [{ name: `${i + 1}. ${name[lang]}`, figures }],
  );
  const rates = named.flatMap(({ name, figures }) =>
    figures.genders
      .filter(({ gender }) => gender !== 'other')
      .map(({ gender, rate }) => ({ name, gender, who: say[gender], share: rate * 100 })),
  );
  const women = rates.filter(({ gender }) => gender === 'woman');
  const men = rates.filter(({ gender }) => gender === 'man');
  return plotSvg(`${region}: ${say.title}`, {
    marginLeft: 260,
    marginRight: 110,
    height: 70 + 44 * named.length,
    x: { label: say.axis, domain: [0, 100], grid: true },
    y: { label: null, domain: named.map(({ name }) => name) },
    marks: [
      Plot.dot(women, { x: 'share', y: 'name', symbol: 'circle', r: 5, fill: '#7a3e9d' }),
      Plot.text(women, { x: 'share', y: 'name', text: 'who', dy: -11 }),
      Plot.dot(men, { x: 'share', y: 'name', symbol: 'square', r: 5, fill: '#00696e' }),
      Plot.text(men, { x: 'share', y: 'name', text: 'who', dy: 13 }),
      Plot.text(named, {
        x: () => 100,
        y: 'name',
        dx: 10,
        textAnchor: 'start',
        text: ({ figures }) => `${figures.placed} ${say.placed}`,
      }),
    ],
  });
}
