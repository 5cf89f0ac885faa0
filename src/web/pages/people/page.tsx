/** The participants of a region whom one may see, and where each stands. */
import { Link, useParams } from 'wouter';
import { statusNames } from '../../../domain/pair-words.ts';
import { client, useAnswer } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useLanguageName } from '../../parts/language-name.tsx';
import { useTeamNames } from '../../parts/places.tsx';
import { useSaid } from '../../parts/said.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { Filters } from './filters.tsx';
import { usePeopleQuestion } from './people-question.ts';
import { texts } from './texts.ts';

type Row =
  paths['/v1/regions/{region}/participants']['get']['responses'][200]['content']['application/json']['rows'][number];

const statuses: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = statusNames;

export default function People() {
  const t = useTexts(texts);
  const who = useWho();
  const { region = '' } = useParams();
  const { question, change, asked, isNarrowed } = usePeopleQuestion();
  const answer = useAnswer(['participants', region, asked], (signal) =>
    client.GET('/v1/regions/{region}/participants', { params: { path: { region }, query: asked }, signal }),
  );
  // Whoever may see a person's places sees all that is known of them; hosts see who comes, and nothing to narrow by.
  const seesAll = mayDo(who, 'participant.rank', region);
  return (
    <>
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      {mayDo(who, 'contest.answer', region) ? (
        <p>
          <Link href={`/r/${region}/personer/invandningar`}>{t('contests')}</Link>
        </p>
      ) : null}
      {seesAll ? <Filters region={region} asked={asked} change={change} /> : null}
      <DataTable<Row>
        caption={t('table')}
        rowKey={({ id }) => id}
        answer={answer}
        empty={t(isNarrowed ? 'none_so' : 'none')}
        question={question}
        onChange={change}
        searchLabel={t('search')}
        columns={useColumns(region, answer.data?.rows ?? [], seesAll)}
      />
    </>
  );
}

function useColumns(region: string, rows: readonly Row[], seesAll: boolean): readonly Column<Row>[] {
  const t = useTexts(texts);
  const said = useSaid();
  const teamName = useTeamNames(
    region,
    rows.flatMap(({ team }) => team ?? []),
  );
  const languageName = useLanguageName();
  const sealed: readonly Column<Row>[] = [
    { name: 'area', title: t('area'), cell: ({ area }) => area ?? '–' },
    { name: 'district', title: t('district'), cell: ({ homeDistrict }) => homeDistrict ?? '–' },
    {
      name: 'permit_date',
      title: t('waited'),
      sorts: true,
      cell: ({ waitedMonths: count }) => (count === undefined ? '–' : t('short_months', { count })),
    },
    {
      name: 'languages',
      title: t('languages'),
      cell: ({ languages }) => languages?.map(languageName).join(', ') || '–',
    },
  ];
  return [
    {
      name: 'id',
      title: t('participant'),
      sorts: true,
      cell: ({ id }) => <Link href={`/r/${region}/personer/${id}`}>{id}</Link>,
    },
    ...(seesAll ? sealed : []),
    {
      name: 'state',
      title: t('state'),
      cell: ({ status }) => {
        const name = status == null ? undefined : statuses[status];
        return <span className="badge">{name === undefined ? t('waits') : said(name)}</span>;
      },
    },
    { name: 'team', title: t('team'), cell: ({ team }) => (team == null ? '–' : teamName(team)) },
    { name: 'sfi', title: t('sfi'), cell: ({ sfiPlacement }) => sfiPlacement ?? '–' },
  ];
}
