/** A region's areas with something at each of its units, as a figure: a ring as large as one number, filled as far as another. */
import { client, useAnswer } from '../api/client.tsx';
import { useSaid } from './said.tsx';

type Plot = typeof import('@observablehq/plot');

/** The outlines of the region's areas, and where they are from; none until they are known. */
export function useOutlines(region: string) {
  const said = useSaid();
  const { data } = useAnswer(['map', region], (signal) =>
    client.GET('/v1/regions/{region}/map', { params: { path: { region } }, signal }),
  );
  return { outlines: data?.features ?? [], source: data === undefined ? null : said(data.source) };
}

export type Outlines = ReturnType<typeof useOutlines>['outlines'];

/** What stands at a unit. */
export interface Spot {
  readonly lon: number;
  readonly lat: number;
  readonly label: string;
  /** The ring's area, and how much of it is filled, in one unit of the figure's own. */
  readonly size: number;
  readonly filled: number;
}

export function drawMap(plot: Plot, width: number, outlines: Outlines, spots: readonly Spot[]): Element {
  const lons = spots.map(({ lon }) => lon);
  const middle = (Math.min(...lons) + Math.max(...lons)) / 2;
  return plot.plot({
    width,
    height: Math.min(560, Math.max(320, width * 0.6)),
    projection: {
      type: 'mercator',
      domain: { type: 'MultiPoint', coordinates: spots.map(({ lon, lat }) => [lon, lat]) },
      inset: 48,
    },
    r: { range: [0, 18] },
    marks: [
      plot.geo(outlines, {
        ...{ stroke: 'currentColor', strokeOpacity: 0.35, fill: 'currentColor', fillOpacity: 0.05 },
      }),
      plot.dot(spots, { x: 'lon', y: 'lat', r: 'size', stroke: 'currentColor', strokeWidth: 1.5 }),
      plot.dot(spots, { x: 'lon', y: 'lat', r: 'filled', fill: 'currentColor', fillOpacity: 0.6 }),
      // Names grow towards the middle, so that none is cut off at the edge.
      ...(['start', 'end'] as const).map((textAnchor) =>
        plot.text(
          spots.filter(({ lon }) => lon < middle === (textAnchor === 'start')),
          {
            ...{ x: 'lon', y: 'lat', dy: -20, textAnchor, text: 'label' },
            ...{ stroke: 'var(--raised)', fill: 'currentColor', strokeWidth: 4 },
          },
        ),
      ),
    ],
  });
}
