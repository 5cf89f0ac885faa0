/** A district that joins from another region: which, and who and what comes along. */
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Choice } from '../../parts/choice.tsx';
import { useFound, useGroups, usePlaceNames } from '../../parts/places.tsx';
import { SearchAmong } from '../../parts/search-among.tsx';
import type { EditDraft } from './kinds.ts';
import { texts } from './texts.ts';

interface SourceProps {
  readonly region: string;
  readonly edit: EditDraft;
  readonly onChange: (edit: EditDraft) => void;
}

export function Source({ region, edit, onChange }: SourceProps) {
  const t = useTexts(texts);
  const regions = useAnswer(['regions'], (signal) => client.GET('/v1/regions', { signal })).data ?? [];
  const others = regions.filter(({ id, version }) => id !== region && version > 0);
  const from = typeof edit.from === 'string' ? edit.from : '';
  const options = others.map(({ id, name, version }) => [`${id}/${version}`, name] as const);
  const isOlder = from !== '' && !options.some(([value]) => value === from);
  return (
    <>
      <Choice
        label={t('field_from')}
        value={from}
        options={[['', t('choose')], ...options, ...(isOlder ? [[from, from] as const] : [])]}
        onChange={(chosen) => onChange({ kind: edit.kind, from: chosen })}
      />
      {others.length === 0 ? <p className="help">{t('no_other_region')}</p> : null}
      {from === '' ? null : <Brought source={from.split('/')[0]} edit={edit} onChange={onChange} />}
    </>
  );
}

interface BroughtProps extends Omit<SourceProps, 'region'> {
  /** The other region's id. */
  readonly source: string;
}

function Brought({ source, edit, onChange }: BroughtProps) {
  const t = useTexts(texts);
  const { districts } = usePlaceNames(source);
  const given: readonly unknown[] = Array.isArray(edit.sfi_groups) ? edit.sfi_groups : [];
  const chosen = given.filter((one) => typeof one === 'string');
  const { rows: groups, search } = useFound(useGroups, source, chosen);
  return (
    <>
      <Choice
        label={t('field_district')}
        value={typeof edit.district === 'string' ? edit.district : ''}
        options={[['', t('choose')], ...districts.map((district) => [district, district] as const)]}
        onChange={(district) => onChange({ ...edit, district })}
      />
      <SearchAmong label={t('field_sfi_groups')} search={search} />
      <fieldset className="choices">
        <legend>{t('field_sfi_groups')}</legend>
        {groups.map(({ id, provider }) => (
          <label key={id} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                onChange({
                  ...edit,
                  sfi_groups: target.checked ? [...chosen, id] : chosen.filter((one) => one !== id),
                })
              }
            />
            {`${id}, ${provider}`}
          </label>
        ))}
      </fieldset>
      <label className="choice">
        <input
          type="checkbox"
          checked={edit.participants === true}
          onChange={({ target }) => onChange({ ...edit, participants: target.checked })}
        />
        {t('field_participants')}
      </label>
    </>
  );
}
