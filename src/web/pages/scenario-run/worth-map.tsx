/** What one more seat is worth, where it is: at each unit the most that one in any of its teams is worth. */
import { useTexts } from '../../language.tsx';
import { Figure } from '../../parts/figure.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { mostAtOnce, useTeams, useUnits } from '../../parts/places.tsx';
import { drawMap, useOutlines } from '../../parts/region-map.tsx';
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
  const { outlines, source } = useOutlines(region);
  const all = places.filter(({ kind }) => kind === 'team');
  // A map of thousands shows nothing; those that matter are named and placed in one question each.
  const seats = all
    .toSorted((a, b) => b.confirmed.most - a.confirmed.most || b.confirmed.least - a.confirmed.least)
    .slice(0, mostAtOnce);
  const teams = useTeams(region, { ids: seats.map(({ id: team }) => team) })?.rows ?? [];
  const unitOf = new Map(teams.map((team) => [team.id, team.unit]));
  const units = useUnits(region, { ids: teams.map(({ unit }) => unit) })?.rows ?? [];
  const shown = units.flatMap(({ id: unit, name, district, lon, lat }) => {
    const best = seats.find((seat) => unitOf.get(seat.id) === unit);
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
        {t('worth_map_text')}{' '}
        {all.length > seats.length ? t('worth_map_best', { count: seats.length }) : null} {source}
      </p>
    </>
  );
}
