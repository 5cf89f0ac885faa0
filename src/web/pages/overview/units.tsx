/** Where the seats are: the areas with their units, drawn from the region's own outlines, and the same as a table. */
import { useTexts } from '../../language.tsx';
import { Figure } from '../../parts/figure.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { drawMap, useOutlines } from '../../parts/region-map.tsx';
import type { Overview } from './answers.ts';
import { texts } from './texts.ts';

export function Units({ region, units }: { readonly region: string } & Pick<Overview, 'units'>) {
  const t = useTexts(texts);
  const { number } = useFormats();
  const { outlines, source } = useOutlines(region);
  const spots = units.map(({ lon, lat, name, seats, left }) => ({
    ...{ lon, lat, size: seats, filled: left },
    label: `${name} ${left}/${seats}`,
  }));
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
        drawnOn={outlines.length}
        draw={(plot, width) => drawMap(plot, width, outlines, spots)}
      />
      <p className="help">
        {t('map_text')} {source}
      </p>
    </>
  );
}
