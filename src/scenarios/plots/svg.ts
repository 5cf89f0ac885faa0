/** A plot as an SVG file of its own: the same bytes each time, with a title that says what it shows. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

export type Language = 'sv' | 'en';

const WIDTH = 860;

export function plotSvg(title: string, options: Plot.PlotOptions): string {
  const { document } = parseHTML('<html><body></body></html>');
  const plot = Plot.plot({
    width: WIDTH,
    marginTop: 40,
    style: { background: 'white' },
    ...options,
    document,
  });
  plot.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  plot.setAttribute('role', 'img');
  const name = document.createElement('title');
  name.textContent = title;
  plot.prepend(name);
  return `${plot.outerHTML}\n`;
}
