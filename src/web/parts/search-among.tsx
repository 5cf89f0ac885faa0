/** Narrows a choice by a part of the name, where there is more to choose among than is shown at once. */
import { useTexts } from '../language.tsx';
import { Field } from './field.tsx';
import type { Searched } from './places.tsx';
import { texts } from './texts.ts';

interface SearchAmongProps {
  /** Of the choice that is narrowed. */
  readonly label: string;
  readonly search: Searched | null;
}

export function SearchAmong({ label, search }: SearchAmongProps) {
  const t = useTexts(texts);
  if (search === null) return null;
  const { text, onChange } = search;
  return (
    <Field
      label={t('search_among', { label })}
      help={t('search_among_help')}
      type="search"
      value={text}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
