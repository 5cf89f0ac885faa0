/** What a scenario would change of the region, in words. */
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import type { Scenario } from './answers.ts';
import { texts } from './texts.ts';

export type Previewed = NonNullable<ReturnType<typeof usePreview>['data']>;

/** Asked for of nothing until there is a scenario to look over. */
export function usePreview(region: string, scenario: Scenario | null) {
  return useAnswer(
    ['preview', region, scenario],
    (signal) =>
      client.POST('/v1/regions/{region}/scenarios/preview', {
        params: { path: { region } },
        body: { scenario: scenario ?? nothing },
        signal,
      }),
    { enabled: scenario !== null },
  );
}

const nothing: Scenario = { format: 'resursutbyte/scenario@1', name: { sv: '–', en: '–' }, edits: [] };

export function Preview({ difference }: Pick<Extract<Previewed, { status: 'applied' }>, 'difference'>) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  const { summary, tables } = difference;
  return (
    <section role="status" className="state">
      <strong>{t('changes')}</strong>
      <p>{said(summary)}</p>
      <ul>
        {tables
          .filter(({ counts }) => counts.added + counts.removed + counts.changed > 0)
          .map(({ table, counts }) => (
            <li key={table}>
              {t('table_changes', {
                table: t(`table_${table}`),
                added: number(counts.added),
                removed: number(counts.removed),
                changed: number(counts.changed),
              })}
            </li>
          ))}
      </ul>
    </section>
  );
}
