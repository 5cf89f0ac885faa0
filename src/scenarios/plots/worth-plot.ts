/** What the dearest places are worth: the confirmed interval as a bar, the price as a stroke. */
import * as Plot from '@observablehq/plot';
import type { Worth } from '../worth/worth-format.ts';
import { type Language, plotSvg } from './svg.ts';

const MOST_ROWS = 30;

const words = {
  sv: {
    title: 'Vad en plats till är värd',
    axis: 'Poäng (stapeln: så mycket är säkert till så mycket är möjligt; strecket: priset)',
  },
  en: {
    title: 'What one more place is worth',
    axis: 'Points (bar: what is certain to what is possible; stroke: the price)',
  },
} as const;

export function worthSvg({ places, region }: Worth, lang: Language): string {
  const say = words[lang];
  const shown = places.slice(0, MOST_ROWS).map(({ name, price, confirmed }, i) => ({
    place: `${i + 1}. ${name[lang]}`,
    price,
    ...confirmed,
  }));
  return plotSvg(`${region}: ${say.title}`, {
    marginLeft: 430,
    width: 1100,
    height: 80 + 20 * shown.length,
    x: { label: say.axis, grid: true, zero: true },
    y: { label: null, domain: shown.map(({ place }) => place) },
    marks: [
      Plot.barX(shown, { y: 'place', x1: 'least', x2: 'most', fill: '#00696e', insetTop: 3, insetBottom: 3 }),
      Plot.dot(shown, { y: 'place', x: 'least', fill: '#00696e', r: 3 }),
      Plot.tickX(shown, { y: 'place', x: 'price', stroke: '#b3261e', strokeWidth: 2 }),
    ],
  });
}
