/** Questions of the form that have several answers: a choice of several, and rows of which there may be none or many. */
import type { ReactNode } from 'react';

interface SeveralProps<One extends string> {
  readonly legend: string;
  readonly of: readonly One[];
  readonly chosen: readonly One[];
  readonly name: (one: One) => string;
  readonly onChange: (chosen: readonly One[]) => void;
}

export function Several<One extends string>({ legend, of, chosen, name, onChange }: SeveralProps<One>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {of.map((one) => (
        <label key={one}>
          <input
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={({ target }) =>
              onChange(of.filter((other) => (other === one ? target.checked : chosen.includes(other))))
            }
          />{' '}
          {name(one)}
        </label>
      ))}
    </fieldset>
  );
}

interface RowsProps<Row> {
  readonly legend: string;
  readonly rows: readonly Row[];
  readonly fresh: Row;
  /** As many as there must be. */
  readonly least: 0 | 1;
  readonly add: string;
  readonly remove: string;
  readonly onChange: (rows: readonly Row[]) => void;
  readonly children: (row: Row, change: (over: Partial<Row>) => void) => ReactNode;
}

export function Rows<Row>({ legend, rows, fresh, least, add, remove, onChange, children }: RowsProps<Row>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name
        <div className="filters" key={at}>
          {children(row, (over) => onChange(rows.with(at, { ...row, ...over })))}
          {rows.length > least ? (
            <button type="button" className="quiet" onClick={() => onChange(rows.toSpliced(at, 1))}>
              {remove}
            </button>
          ) : null}
        </div>
      ))}
      <button type="button" className="secondary" onClick={() => onChange([...rows, fresh])}>
        {add}
      </button>
    </fieldset>
  );
}
