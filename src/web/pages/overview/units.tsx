/** Where the seats are: the areas with their units, drawn from the region's own outlines, and the same as a table. */
import { useCallback } from 'react';
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Figure } from '../../parts/figure.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import type { Overview } from './answers.ts';
import { texts } from './texts.ts';

export function Units({ region, units }: { readonly region: string } & Pick<Overview, 'units'>) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  const areas = useAnswer(['map', region], (signal) =>
    client.GET('/v1/regions/{region}/map', { params: { path: { region } }, signal }),
  ).data;
  const middle = (Math.min(...units.map(({ lon }) => lon)) + Math.max(...units.map(({ lon }) => lon))) / 2;
  const draw = useCallback(
    (plot: typeof import('@observablehq/plot'), width: number) =>
      plot.plot({
        width,
        height: Math.min(560, Math.max(320, width * 0.6)),
        projection: {
          type: 'mercator',
          domain: {
            type: 'MultiPoint',
            coordinates: units.map(({ lon, lat }) => [lon, lat]),
          },
          inset: 48,
        },
        r: { range: [0, 18] },
        marks: [
          plot.geo(areas?.features ?? [], {
            stroke: 'currentColor',
            strokeOpacity: 0.35,
            fill: 'currentColor',
            fillOpacity: 0.05,
          }),
          plot.dot(units, { x: 'lon', y: 'lat', r: 'seats', stroke: 'currentColor', strokeWidth: 1.5 }),
          plot.dot(units, { x: 'lon', y: 'lat', r: 'left', fill: 'currentColor', fillOpacity: 0.6 }),
          // Names grow towards the middle, so that none is cut off at the edge.
          ...(['start', 'end'] as const).map((textAnchor) =>
            plot.text(
              units.filter(({ lon }) => lon < middle === (textAnchor === 'start')),
              {
                ...{ x: 'lon', y: 'lat', dy: -20, textAnchor },
                text: ({ name, left, seats }) => `${name} ${left}/${seats}`,
                ...{ stroke: 'var(--raised)', fill: 'currentColor', strokeWidth: 4 },
              },
            ),
          ),
        ],
      }),
    [areas, units, middle],
  );
  return (
    <>
      <Figure
        title={t('map')}
        file="enheter"
        columns={[t('unit'), t('district'), t('teams'), t('seats_all'), t('held'), t('taken'), t('left')]}
        rows={units.map(({ name, district, teams, seats, held, taken, left }) => [
          name,
          district,
          ...[teams, seats, held, taken, left].map(number),
        ])}
        draw={draw}
      />
      <p className="help">
        {t('map_text')} {areas === undefined ? null : said(areas.source)}
      </p>
    </>
  );
}
