/** A region's proposals, and asking for another. */
import { Link, useParams } from 'wouter';
import { client, useAnswer } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { GapSentence } from '../../parts/gap-sentence.tsx';
import { useTableQuestion } from '../../parts/table-question.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { Ask } from './ask.tsx';
import { texts } from './texts.ts';

type Line =
  paths['/v1/regions/{region}/proposals']['get']['responses'][200]['content']['application/json'][number];

const pageSize = 25;

export default function Proposals() {
  const t = useTexts(texts);
  const who = useWho();
  const { region = '' } = useParams();
  const { question, change } = useTableQuestion('asked');
  const before = question.after ?? undefined;
  const answer = useAnswer(['proposals', region, before], (signal) =>
    client.GET('/v1/regions/{region}/proposals', {
      params: { path: { region }, query: { limit: pageSize, ...(before && { before }) } },
      signal,
    }),
  );
  const rows = answer.data;
  const stands = rows?.find(({ standing }) => standing === 'standing')?.id ?? null;
  return (
    <>
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      {mayDo(who, 'proposal.request', region) ? <Ask region={region} isAgain={stands !== null} /> : null}
      <DataTable<Line>
        caption={t('table')}
        columns={useColumns(region)}
        rowKey={({ id }) => id}
        answer={{
          ...answer,
          data: rows && { rows, next: rows.length === pageSize ? (rows.at(-1)?.id ?? null) : null },
        }}
        empty={t('none')}
        question={question}
        onChange={change}
      />
    </>
  );
}

function useColumns(region: string): readonly Column<Line>[] {
  const t = useTexts(texts);
  const { time, number } = useFormats();
  return [
    {
      name: 'asked',
      title: t('asked'),
      cell: ({ id, requestedAt }) => <Link href={`/r/${region}/forslag/${id}`}>{time(requestedAt)}</Link>,
    },
    { name: 'by', title: t('by'), cell: ({ requestedBy }) => requestedBy ?? t('by_machine') },
    {
      name: 'state',
      title: t('state'),
      cell: ({ status, standing }) => (
        <span className={status === 'proposed' && standing === 'standing' ? 'badge strong' : 'badge'}>
          {t(status === 'proposed' ? standing : status)}
        </span>
      ),
    },
    {
      name: 'placed',
      title: t('placed'),
      cell: ({ result }) =>
        result === null
          ? '–'
          : t('placed_of', {
              placed: number(result.placed),
              people: number(result.placed + result.unplaced),
            }),
    },
    {
      name: 'worth',
      title: t('worth'),
      cell: ({ result }) =>
        result === null ? '–' : <GapSentence objective={result.objective} bound={result.bound} />,
    },
  ];
}
