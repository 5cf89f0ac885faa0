/** The fields of an edit: places are chosen from those that the region has, numbers and words are typed. */
import { useId } from 'react';
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { useLanguageChoices } from '../../parts/language-name.tsx';
import { useGroups, usePlaceNames } from '../../parts/places.tsx';
import type { EditDraft, FieldKind, FieldSpec } from './kinds.ts';
import { Place } from './place.tsx';
import { PlaceField } from './place-field.tsx';
import { PolicyFields } from './policy/fields.tsx';
import { Sessions } from './sessions.tsx';
import { Source } from './source.tsx';
import { texts } from './texts.ts';

interface EditFieldsProps {
  readonly region: string;
  readonly fields: readonly FieldSpec[];
  readonly edit: EditDraft;
  readonly onChange: (edit: EditDraft) => void;
}

type Option = readonly [value: string, label: string];

export function EditFields({ region, fields, edit, onChange }: EditFieldsProps) {
  const t = useTexts(texts);
  const id = useId();
  const { group } = edit;
  const [moved] = useGroups(region, { ids: typeof group === 'string' ? [group] : [] })?.rows ?? [];
  const optionsOf = useOptions(region);
  const set = (name: string, value: unknown): void => onChange({ ...edit, [name]: value });
  return (
    <div className="fields">
      {fields.map(({ name, kind, optional = false }) => {
        const label = t(`field_${name}`) + (optional ? t('optional') : '');
        const value = edit[name];
        if (kind === 'sessions')
          return (
            <Sessions
              key={name}
              label={label}
              value={value}
              begun={moved?.id === group ? (moved?.sessions ?? []) : []}
              onChange={(next) => set(name, next)}
            />
          );
        if (kind === 'place') return <Place key={name} region={region} edit={edit} onChange={onChange} />;
        if (kind === 'source') return <Source key={name} region={region} edit={edit} onChange={onChange} />;
        if (kind === 'policy')
          return <PolicyFields key={name} region={region} set={value} onChange={(next) => set(name, next)} />;
        if (kind === 'team' || kind === 'unit' || kind === 'group')
          return (
            <PlaceField
              key={name}
              {...{ region, kind, label, optional }}
              value={typeof value === 'string' ? value : ''}
              onChange={(next) => set(name, next)}
            />
          );
        const options = optionsOf(kind);
        if (options !== null) {
          return (
            <div key={name} className="field">
              <label htmlFor={`${id}-${name}`}>{label}</label>
              <select
                id={`${id}-${name}`}
                required={!optional}
                value={typeof value === 'string' || typeof value === 'number' ? value : ''}
                onChange={({ target }) =>
                  set(name, kind === 'sfi_path' && target.value !== '' ? Number(target.value) : target.value)
                }
              >
                <option value="">{t('choose')}</option>
                {options.map(([key, title]) => (
                  <option key={key} value={key}>
                    {title}
                  </option>
                ))}
              </select>
            </div>
          );
        }
        const isNumber = kind === 'whole' || kind === 'count';
        return (
          <Field
            key={name}
            label={label}
            required={!optional}
            type={isNumber ? 'number' : 'text'}
            {...(kind === 'count' && { min: 1 })}
            value={
              typeof value === 'number' && !Number.isNaN(value)
                ? value
                : typeof value === 'string'
                  ? value
                  : ''
            }
            onChange={({ target }) => set(name, isNumber ? target.valueAsNumber : target.value)}
          />
        );
      })}
    </div>
  );
}

/** What can be chosen for a kind of field; null where it is typed. */
function useOptions(region: string): (kind: FieldKind) => readonly Option[] | null {
  const t = useTexts(texts);
  const { districts, principals, providers } = usePlaceNames(region);
  const languages = useLanguageChoices();
  const areas =
    useAnswer(['areas', region], (signal) =>
      client.GET('/v1/regions/{region}/areas', { params: { path: { region } }, signal }),
    ).data ?? [];
  const each = (names: readonly string[]): readonly Option[] =>
    [...new Set(names)].map((name) => [name, name]);
  return (kind) => {
    switch (kind) {
      case 'district':
        return each(districts);
      case 'principal':
        return each(principals);
      case 'provider':
        return each(providers);
      case 'language':
        return languages;
      case 'gender':
        return (['woman', 'man', 'other'] as const).map((gender) => [gender, t(gender)]);
      case 'area':
        return each(areas);
      case 'sfi_path':
        return ['1', '2', '3'].map((path) => [path, path]);
      default:
        return null;
    }
  };
}
