/** A team, a unit or a class of Swedish that an edit is about, chosen by name. */
import { useTexts } from '../../language.tsx';
import { Choice } from '../../parts/choice.tsx';
import { teamLabel, useFound, useGroups, useTeams, useUnits } from '../../parts/places.tsx';
import { SearchAmong } from '../../parts/search-among.tsx';
import { texts } from './texts.ts';

interface PlaceFieldProps {
  readonly region: string;
  readonly kind: 'team' | 'unit' | 'group';
  readonly label: string;
  readonly optional: boolean;
  /** A key, or nothing yet. */
  readonly value: string;
  readonly onChange: (key: string) => void;
}

export function PlaceField({ kind, ...props }: PlaceFieldProps) {
  switch (kind) {
    case 'team':
      return <TeamField {...props} />;
    case 'unit':
      return <UnitField {...props} />;
    case 'group':
      return <GroupField {...props} />;
  }
}

type FieldProps = Omit<PlaceFieldProps, 'kind'>;

function TeamField(props: FieldProps) {
  const { rows, search } = useFound(useTeams, props.region, [props.value]);
  return <Chosen {...props} search={search} options={rows.map((row) => [row.id, teamLabel(row)])} />;
}

function UnitField(props: FieldProps) {
  const { rows, search } = useFound(useUnits, props.region, [props.value]);
  return <Chosen {...props} search={search} options={rows.map(({ id, name }) => [id, name])} />;
}

function GroupField(props: FieldProps) {
  const { rows, search } = useFound(useGroups, props.region, [props.value]);
  return (
    <Chosen {...props} search={search} options={rows.map(({ id, provider }) => [id, `${id}, ${provider}`])} />
  );
}

interface ChosenProps extends Omit<FieldProps, 'region'> {
  readonly search: ReturnType<typeof useFound>['search'];
  readonly options: readonly (readonly [key: string, name: string])[];
}

function Chosen({ label, optional, value, search, options, onChange }: ChosenProps) {
  const t = useTexts(texts);
  return (
    <>
      <SearchAmong label={label} search={search} />
      <Choice
        label={label}
        value={value}
        isOptional={optional}
        options={[['', t('choose')], ...options]}
        onChange={onChange}
      />
    </>
  );
}
