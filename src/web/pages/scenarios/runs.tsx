/** What has been asked, the newest first. */
import { Link } from 'wouter';
import { client, useAnswer } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useTableQuestion } from '../../parts/table-question.tsx';
import { texts } from './texts.ts';

type Run =
  paths['/v1/regions/{region}/scenario-runs']['get']['responses'][200]['content']['application/json'][number];

const pageSize = 20;

export function Runs({ region }: { readonly region: string }) {
  const t = useTexts(texts);
  const { time } = useFormats();
  const { question, change } = useTableQuestion('asked');
  const before = question.after ?? undefined;
  const answer = useAnswer(['scenario-runs', region, before], (signal) =>
    client.GET('/v1/regions/{region}/scenario-runs', {
      params: { path: { region }, query: { limit: pageSize, ...(before && { before }) } },
      signal,
    }),
  );
  const rows = answer.data;
  return (
    <DataTable<Run>
      caption={t('runs')}
      rowKey={({ id }) => id}
      answer={{
        ...answer,
        data: rows && { rows, next: rows.length === pageSize ? (rows.at(-1)?.id ?? null) : null },
      }}
      empty={t('no_runs')}
      question={question}
      onChange={change}
      columns={[
        {
          name: 'what',
          title: t('what'),
          cell: ({ id, kind }) => <Link href={`/r/${region}/scenarier/korning/${id}`}>{t(kind)}</Link>,
        },
        {
          name: 'scenarios',
          title: t('of'),
          cell: ({ scenarios }) => scenarios.map(({ name }) => name).join(', ') || t('today'),
        },
        { name: 'asked', title: t('asked'), cell: ({ requestedAt }) => time(requestedAt) },
        { name: 'by', title: t('by'), cell: ({ requestedBy }) => requestedBy ?? '–' },
        { name: 'state', title: t('state'), cell: ({ state }) => <span className="badge">{t(state)}</span> },
      ]}
    />
  );
}
