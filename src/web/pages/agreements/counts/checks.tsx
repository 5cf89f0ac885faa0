/** Any of a few, ticked; where one is needed and none is ticked, the browser says so at the first. */
interface ChecksProps<Value extends string | number> {
  readonly label: string;
  readonly isNeeded: boolean;
  readonly chosen: readonly Value[];
  readonly options: readonly (readonly [value: Value, label: string])[];
  /** In the order of the options. */
  readonly onChange: (chosen: Value[]) => void;
}

export function Checks<Value extends string | number>(props: ChecksProps<Value>) {
  const { label, isNeeded, chosen, options, onChange } = props;
  const isChosen = (value: Value): boolean => chosen.includes(value);
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {options.map(([value, name]) => (
        <label key={value} className="choice">
          <input
            type="checkbox"
            required={isNeeded && chosen.length === 0}
            checked={isChosen(value)}
            onChange={() =>
              onChange(options.map(([one]) => one).filter((one) => (one === value) !== isChosen(one)))
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
