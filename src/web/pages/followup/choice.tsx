/** What of the report is shown: a day, a period and one division into groups. It stands in the address. */
import { useSearchParams } from 'wouter';
import { useLanguage, useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { Filter } from '../../parts/filter.tsx';
import { usePartnership } from '../../parts/partnership.tsx';
import { texts } from './texts.ts';

const kinds = ['gender', 'district', 'sfi_path', 'unit'] as const;

export interface Choice {
  readonly asOf?: string;
  readonly period?: string;
  readonly by?: (typeof kinds)[number];
}

/** The choice of the address; each change is a step that the back button takes back. */
export function useChoice(): readonly [choice: Choice, choose: (name: keyof Choice, value: string) => void] {
  const [given, setGiven] = useSearchParams();
  const asOf = given.get('asOf');
  const period = given.get('period');
  const by = kinds.find((kind) => kind === given.get('by'));
  const choose = (name: keyof Choice, value: string): void =>
    setGiven((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  return [{ ...(asOf && { asOf }), ...(period && { period }), ...(by && { by }) }, choose];
}

/** None until they are known. */
function usePeriods(region: string) {
  return usePartnership(region).data?.partnership.periods ?? [];
}

export function ChoiceFields({ region }: { readonly region: string }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const [{ asOf = '', period, by }, choose] = useChoice();
  const periods = usePeriods(region);
  return (
    <div className="filters unprinted">
      <Field
        label={t('as_of')}
        type="date"
        value={asOf}
        onChange={({ target }) => choose('asOf', target.value)}
      />
      <Filter
        label={t('period')}
        value={period ?? null}
        options={periods.map(({ id, name }) => [id, name[language]])}
        onChange={(value) => choose('period', value ?? '')}
      />
      <Filter
        label={t('groups')}
        value={by ?? null}
        options={kinds.map((kind) => [kind, t(`by_${kind}`)])}
        onChange={(value) => choose('by', value ?? '')}
      />
    </div>
  );
}

/** For paper, where the fields are not. */
export function ChoiceTold({ region }: { readonly region: string }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const [{ period, by }] = useChoice();
  const name = usePeriods(region).find(({ id }) => id === period)?.name[language];
  const told = [name, by && t(`by_${by}`)].filter((one) => one !== undefined);
  return told.length === 0 ? null : <p>{t('narrowed', { to: told.join(', ') })}</p>;
}
