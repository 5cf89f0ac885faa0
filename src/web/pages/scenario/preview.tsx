/** What a scenario would change of the region, in words, or why it cannot be applied. */
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import type { Scenario } from './answers.ts';
import { texts } from './texts.ts';

export function Preview({ region, scenario }: { readonly region: string; readonly scenario: Scenario }) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  const answer = useAnswer(['preview', region, scenario], (signal) =>
    client.POST('/v1/regions/{region}/scenarios/preview', {
      params: { path: { region } },
      body: { scenario },
      signal,
    }),
  );
  if (answer.error !== null) return <Failed error={answer.error} retry={answer.refetch} />;
  if (answer.data === undefined || answer.isPlaceholderData) return <Skeleton rows={3} />;
  if (answer.data.status === 'conflict') {
    return (
      <section role="alert" className="state failed">
        <strong>{t('conflict')}</strong>
        <ul>
          {answer.data.faults.map((fault) => (
            <li key={`${fault.column} ${fault.message.sv}`}>{said(fault.message)}</li>
          ))}
        </ul>
      </section>
    );
  }
  const { summary, tables } = answer.data.difference;
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
