/** A text to fill in, with what it is, what helps, and what is wrong with it. */
import { type ComponentProps, useId } from 'react';

interface FieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  readonly label: string;
  readonly help?: string;
  /** In words for whoever fills it in; null where nothing is wrong. */
  readonly error?: string | null;
}

export function Field({ label, help, error = null, ...input }: FieldProps) {
  const id = useId();
  const told = [help === undefined ? [] : `${id}-help`, error === null ? [] : `${id}-error`].flat();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help === undefined ? null : (
        <span id={`${id}-help`} className="help">
          {help}
        </span>
      )}
      <input
        {...input}
        id={id}
        aria-invalid={error !== null}
        aria-describedby={told.length === 0 ? undefined : told.join(' ')}
      />
      {error === null ? null : (
        <span id={`${id}-error`} className="error">
          {error}
        </span>
      )}
    </div>
  );
}
