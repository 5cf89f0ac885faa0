/** What one more seat is worth, where it is: at each unit the most that one in any of its teams is worth. */
import { useTexts } from '../../language.tsx';
import { Figure } from '../../parts/figure.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { drawMap, useOutlines } from '../../parts/region-map.tsx';
import { useTeams } from '../../parts/team-names.tsx';
import { useUnits } from '../../parts/units.tsx';
import { texts } from './texts.ts';
import { type Result, useResult } from './use-result.ts';

type Places = Extract<Result, { readonly places: unknown }>['places'];

export function WorthMap({ region, id }: { readonly region: string; readonly id: string }) {
  const answer = useResult(id).data;
  if (answer === undefined || !('places' in answer)) return null;
  return <Drawn region={region} id={id} places={answer.places} />;
}

interface DrawnProps {
  readonly region: string;
  readonly id: string;
  readonly places: Places;
}

function Drawn({ region, id, places }: DrawnProps) {
  const t = useTexts(texts);
  const { number } = useFormats();
  const units = useUnits(region);
  const unitOf = new Map(useTeams(region).map((team) => [team.id, team.unit]));
  const { outlines, source } = useOutlines(region);
  const seats = places.filter(({ kind }) => kind === 'team');
  const shown = units.flatMap(({ id: unit, name, district, lon, lat }) => {
    const [best] = seats
      .filter((seat) => unitOf.get(seat.id) === unit)
      .toSorted((a, b) => b.confirmed.most - a.confirmed.most || b.confirmed.least - a.confirmed.least);
    return best === undefined ? [] : [{ name, district, lon, lat, ...best.confirmed }];
  });
  if (shown.length === 0) return null;
  const between = ({ least, most }: { readonly least: number; readonly most: number }): string =>
    least === most ? number(most) : `${number(least)}–${number(most)}`;
  return (
    <>
      <Figure
        title={t('worth_map')}
        file={`${id}-karta`}
        columns={[t('unit'), t('district'), t('column_least'), t('column_most')]}
        rows={shown.map(({ name, district, least, most }) => [name, district, number(least), number(most)])}
        drawnOn={outlines.length}
        draw={(plot, width) =>
          drawMap(
            plot,
            width,
            outlines,
            shown.map(({ name, lon, lat, least, most }) => ({
              ...{ lon, lat, size: Math.max(0, most), filled: Math.max(0, least) },
              label: `${name} ${between({ least, most })}`,
            })),
          )
        }
      />
      <p className="help">
        {t('worth_map_text')} {source}
      </p>
    </>
  );
}
