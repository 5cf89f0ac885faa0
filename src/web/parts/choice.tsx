/** One of several, chosen from a list that the browser opens; some may stand under a name of their own. */
import { useId } from 'react';

type Option<Value extends string | number> = readonly [value: Value, label: string];

interface ChoiceProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value;
  /** Whether the empty one may be chosen. */
  readonly isOptional?: boolean;
  readonly options: readonly Option<Value>[];
  readonly groups?: readonly { readonly name: string; readonly options: readonly Option<Value>[] }[];
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string | number>({
  label,
  value,
  isOptional = false,
  options,
  groups = [],
  onChange,
}: ChoiceProps<Value>) {
  const id = useId();
  const choose = (given: string): void => {
    const all = [...options, ...groups.flatMap((group) => group.options)];
    const chosen = all.find(([option]) => String(option) === given);
    if (chosen !== undefined) onChange(chosen[0]);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} required={!isOptional} onChange={({ target }) => choose(target.value)}>
        <Options of={options} />
        {groups.map(({ name, options: own }) => (
          <optgroup key={name} label={name}>
            <Options of={own} />
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function Options({ of }: { readonly of: readonly Option<string | number>[] }) {
  return of.map(([value, label]) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
