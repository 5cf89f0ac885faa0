/** Where a class meets: beside a unit or a class that there is, or at coordinates. */
import { useTexts } from '../../language.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { useFound, useGroups, useUnits } from '../../parts/places.tsx';
import { SearchAmong } from '../../parts/search-among.tsx';
import type { EditDraft } from './kinds.ts';
import { texts } from './texts.ts';

interface PlaceProps {
  readonly region: string;
  readonly edit: EditDraft;
  readonly onChange: (edit: EditDraft) => void;
}

export function Place({ region, edit, onChange }: PlaceProps) {
  const t = useTexts(texts);
  const foundUnits = useFound(useUnits, region, []);
  const foundGroups = useFound(useGroups, region, []);
  const units = foundUnits.rows.map(({ id, name, lat, lon }) => ({ key: `unit ${id}`, name, lat, lon }));
  const groups = foundGroups.rows.map(({ id, provider, lat, lon }) => ({
    ...{ key: `group ${id}`, name: `${id}, ${provider}`, lat, lon },
  }));
  const beside = [...units, ...groups].find(({ lat, lon }) => lat === edit.lat && lon === edit.lon);
  const optionsOf = (places: typeof units) => places.map(({ key, name }) => [key, name] as const);
  const coordinate = (name: 'lat' | 'lon', most: number) => (
    <Field
      label={t(`field_${name}`)}
      type="number"
      step="any"
      min={-most}
      max={most}
      required
      value={typeof edit[name] === 'number' && !Number.isNaN(edit[name]) ? edit[name] : ''}
      onChange={({ target }) => onChange({ ...edit, [name]: target.valueAsNumber })}
    />
  );
  return (
    <>
      <SearchAmong label={t('units')} search={foundUnits.search} />
      <SearchAmong label={t('groups')} search={foundGroups.search} />
      <Choice
        label={t('beside')}
        value={beside?.key ?? ''}
        options={[['', t('coordinates')]]}
        groups={[
          { name: t('units'), options: optionsOf(units) },
          { name: t('groups'), options: optionsOf(groups) },
        ]}
        onChange={(key) => {
          const place = [...units, ...groups].find((one) => one.key === key);
          if (place !== undefined) onChange({ ...edit, lat: place.lat, lon: place.lon });
        }}
      />
      {coordinate('lat', 90)}
      {coordinate('lon', 180)}
    </>
  );
}
