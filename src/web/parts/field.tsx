/** A text to fill in, on one line or several, with what it is, what helps, and what is wrong with it. */
import { type ComponentProps, type ReactNode, useId } from 'react';

interface Told {
  readonly label: string;
  readonly help?: string;
  /** In words for whoever fills it in; null where nothing is wrong. */
  readonly error?: string | null;
}

interface FieldProps extends Omit<ComponentProps<'input'>, 'id'>, Told {}

export function Field({ label, help, error = null, ...input }: FieldProps) {
  const told = { label, help, error };
  return <Framed {...told}>{(named) => <input {...input} {...named} />}</Framed>;
}

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'id'>, Told {
  /** Over the whole width of the form. */
  readonly isWide?: boolean;
}

export function TextArea({ label, help, error = null, isWide = false, ...area }: TextAreaProps) {
  const told = { label, help, error, isWide };
  return <Framed {...told}>{(named) => <textarea {...area} {...named} />}</Framed>;
}

interface FramedProps {
  readonly label: string;
  readonly help: string | undefined;
  readonly error: string | null;
  readonly isWide?: boolean;
  /** What is filled in, given what ties it to what is told of it. */
  readonly children: (
    named: Pick<ComponentProps<'input'>, 'aria-describedby' | 'aria-invalid'> & { readonly id: string },
  ) => ReactNode;
}

function Framed({ label, help, error, isWide = false, children }: FramedProps) {
  const id = useId();
  const told = [help === undefined ? [] : `${id}-help`, error === null ? [] : `${id}-error`].flat();
  return (
    <div className={isWide ? 'field wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {help === undefined ? null : (
        <span id={`${id}-help`} className="help">
          {help}
        </span>
      )}
      {children({
        id,
        'aria-invalid': error !== null,
        'aria-describedby': told.length === 0 ? undefined : told.join(' '),
      })}
      {error === null ? null : (
        <span id={`${id}-error`} className="error">
          {error}
        </span>
      )}
    </div>
  );
}
