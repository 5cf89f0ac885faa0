/** The participants of a region whom one may see, and where each stands. */
import { Link, useParams } from 'wouter';
import { statusNames } from '../../../domain/pair-words.ts';
import { client, useAnswer } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useSaid } from '../../parts/said.tsx';
import { useTableQuestion } from '../../parts/table-question.tsx';
import { useTeamNames } from '../../parts/team-names.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { texts } from './texts.ts';

type Row =
  paths['/v1/regions/{region}/participants']['get']['responses'][200]['content']['application/json']['rows'][number];

const statuses: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = statusNames;

export default function People() {
  const t = useTexts(texts);
  const said = useSaid();
  const who = useWho();
  const { region = '' } = useParams();
  const teamName = useTeamNames(region);
  const { question, change } = useTableQuestion('participant');
  const after = question.after ?? undefined;
  const { search } = question;
  const answer = useAnswer(['participants', region, after, search], (signal) =>
    client.GET('/v1/regions/{region}/participants', {
      params: { path: { region }, query: { limit: 50, ...(after && { after }), ...(search && { search }) } },
      signal,
    }),
  );
  return (
    <>
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      {mayDo(who, 'contest.answer', region) ? (
        <p>
          <Link href={`/r/${region}/personer/invandningar`}>{t('contests')}</Link>
        </p>
      ) : null}
      <DataTable<Row>
        caption={t('table')}
        rowKey={({ id }) => id}
        answer={answer}
        empty={t('none')}
        question={question}
        onChange={change}
        searchLabel={t('search')}
        columns={[
          {
            name: 'participant',
            title: t('participant'),
            cell: ({ id }) => <Link href={`/r/${region}/personer/${id}`}>{id}</Link>,
          },
          { name: 'district', title: t('district'), cell: ({ homeDistrict }) => homeDistrict ?? '–' },
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
        ]}
      />
    </>
  );
}
