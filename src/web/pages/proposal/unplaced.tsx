/** Those who get no place, and why. */
import { Link } from 'wouter';
import { client, useAnswer } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useSaid } from '../../parts/said.tsx';
import { useTableQuestion } from '../../parts/table-question.tsx';
import { texts } from './texts.ts';

type Person =
  paths['/v1/proposals/{id}/unplaced']['get']['responses'][200]['content']['application/json']['unplaced'][number];

export function Unplaced({ region, proposal }: { readonly region: string; readonly proposal: string }) {
  const t = useTexts(texts);
  const said = useSaid();
  const { filter, change } = useTableQuestion('participant');
  const after = filter('unplaced');
  const answer = useAnswer(['unplaced', proposal, after], (signal) =>
    client.GET('/v1/proposals/{id}/unplaced', {
      params: { path: { id: proposal }, query: { limit: 25, ...(after !== null && { after }) } },
      signal,
    }),
  );
  return (
    <DataTable<Person>
      caption={t('unplaced')}
      rowKey={({ participant }) => participant}
      answer={{ ...answer, data: answer.data && { rows: answer.data.unplaced, next: answer.data.next } }}
      empty={t('all_placed')}
      question={{ search: '', sort: 'participant', descending: false, after }}
      onChange={(over) => change({ unplaced: over.after ?? null })}
      columns={[
        {
          name: 'participant',
          title: t('participant'),
          cell: ({ participant }) => (
            <Link href={`/r/${region}/forslag/${proposal}/par/${participant}`}>{participant}</Link>
          ),
        },
        { name: 'district', title: t('district'), cell: ({ district }) => district ?? '–' },
        { name: 'why', title: t('why'), cell: ({ reason }) => (reason === null ? '–' : said(reason)) },
        {
          name: 'change',
          title: t('what_helps'),
          cell: ({ reason }) => (reason === null ? '–' : said(reason.change)),
        },
      ]}
    />
  );
}
