/** One thing that a list is narrowed by: a choice among what there is, or no choice. */
import { useTexts } from '../language.tsx';
import { texts } from './texts.ts';

interface FilterProps {
  readonly label: string;
  /** Null where the list is not narrowed by it. */
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string | null) => void;
}

export function Filter({ label, value, options, onChange }: FilterProps) {
  const t = useTexts(texts);
  return (
    <label>
      <span>{label}</span>
      <select value={value ?? ''} onChange={({ target }) => onChange(target.value || null)}>
        <option value="">{t('any')}</option>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
