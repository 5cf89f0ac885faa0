/** Who has done and read what, the latest first, and whether the chain of it is whole. */
import { useParams } from 'wouter';
import { client, useAnswer } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { useTableQuestion } from '../../parts/table-question.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { Retention } from './retention.tsx';
import { texts } from './texts.ts';
import { Verify } from './verify.tsx';

type Entry = paths['/v1/audit']['get']['responses'][200]['content']['application/json'][number];

const pageSize = 50;

export default function Log() {
  const t = useTexts(texts);
  const who = useWho();
  const { region = '' } = useParams();
  const said = useSaid();
  const { time } = useFormats();
  const { question, change } = useTableQuestion('at');
  const before = question.after === null ? undefined : Number(question.after);
  const answer = useAnswer(['audit', before], (signal) =>
    client.GET('/v1/audit', {
      params: { query: { limit: pageSize, ...(before !== undefined && { before }) } },
      signal,
    }),
  );
  const rows = answer.data;
  const last = rows?.at(-1);
  return (
    <>
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      {mayDo(who, 'audit.verify', null) ? <Verify /> : null}
      {mayDo(who, 'retention.run', region) ? <Retention region={region} /> : null}
      <DataTable<Entry>
        caption={t('table')}
        rowKey={({ seq }) => String(seq)}
        answer={{
          ...answer,
          data: rows && {
            rows,
            next: rows.length === pageSize && last !== undefined ? String(last.seq) : null,
          },
        }}
        empty={t('none')}
        question={question}
        onChange={change}
        columns={[
          { name: 'seq', title: t('number'), number: true, cell: ({ seq }) => seq },
          { name: 'at', title: t('at'), cell: ({ at }) => <span className="unbroken">{time(at)}</span> },
          { name: 'actor', title: t('actor'), cell: ({ actor }) => actor ?? t('machine') },
          {
            name: 'action',
            title: t('action'),
            cell: ({ action, does }) => (does === null ? <code>{action}</code> : said(does)),
          },
          { name: 'region', title: t('region'), cell: ({ region: of }) => of ?? '–' },
        ]}
      />
    </>
  );
}
