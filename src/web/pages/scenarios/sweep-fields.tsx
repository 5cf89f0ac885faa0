/** What a curve is drawn along: a number of the policy or of a place, from, to and how far apart. */
import { useId } from 'react';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { useFound, useGroups, usePlaceNames } from '../../parts/places.tsx';
import { SearchAmong } from '../../parts/search-among.tsx';
import { texts } from './texts.ts';

export interface SweepAsked {
  /** As the service reads it: `equity`, `seats.PLACE`, `sfi.GROUP`, `evening.GROUP`. */
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

export const usualSweep: SweepAsked = { key: 'equity', from: 0, to: 20, step: 4 };

export function sweepWritten({ key, from, to, step }: SweepAsked): string {
  return `${key}=${from}:${to}:${step}`;
}

interface SweepFieldsProps {
  readonly region: string;
  readonly value: SweepAsked;
  readonly onChange: (value: SweepAsked) => void;
}

export function SweepFields({ region, value, onChange }: SweepFieldsProps) {
  const t = useTexts(texts);
  const id = useId();
  const { districts } = usePlaceNames(region);
  const [, chosen = ''] = /^sfi\.(.*)$/.exec(value.key) ?? [];
  const { rows: groups, search } = useFound(useGroups, region, [chosen]);
  return (
    <div className="fields">
      <SearchAmong label={t('sfi_groups')} search={search} />
      <div className="field">
        <label htmlFor={id}>{t('along')}</label>
        <select
          id={id}
          value={value.key}
          onChange={({ target }) => onChange({ ...value, key: target.value })}
        >
          <option value="equity">{t('along_equity')}</option>
          {districts.map((district) => (
            <option key={district} value={`seats.${district}`}>
              {t('along_seats', { place: district })}
            </option>
          ))}
          {groups.map((group) => (
            <option key={group.id} value={`sfi.${group.id}`}>
              {t('along_sfi', { group: group.id })}
            </option>
          ))}
        </select>
      </div>
      {(['from', 'to', 'step'] as const).map((part) => (
        <Field
          key={part}
          label={t(part)}
          type="number"
          step="any"
          required
          value={Number.isNaN(value[part]) ? '' : value[part]}
          onChange={({ target }) => onChange({ ...value, [part]: target.valueAsNumber })}
        />
      ))}
    </div>
  );
}
