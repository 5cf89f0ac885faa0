/** A region's data: its versions, a new one read in, and taking one out. */
import { Link, useParams } from 'wouter';
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { Import } from './import.tsx';
import { texts } from './texts.ts';

export default function Region() {
  const t = useTexts(texts);
  const who = useWho();
  const { region = '' } = useParams();
  return (
    <>
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      <p>
        <Link href={`/r/${region}/data/policy`}>{t('policy')}</Link>
      </p>
      {mayDo(who, 'region.preview', region) ? <Import region={region} /> : null}
      {mayDo(who, 'region.export', region) ? <Versions region={region} /> : null}
    </>
  );
}

function Versions({ region }: { readonly region: string }) {
  const t = useTexts(texts);
  const { number, time } = useFormats();
  const answer = useAnswer(['versions', region], (signal) =>
    client.GET('/v1/regions/{region}/versions', { params: { path: { region } }, signal }),
  );
  if (answer.error !== null) return <Failed error={answer.error} retry={answer.refetch} />;
  if (answer.data === undefined) return <Skeleton rows={4} />;
  const file = (version: number, as: 'xlsx' | 'zip') =>
    `/v1/regions/${region}/versions/${version}/export?as=${as}`;
  return (
    <Scroll label={t('versions')}>
      <table>
        <caption>{t('versions')}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('version')}
            </th>
            <th scope="col">{t('imported')}</th>
            <th scope="col" className="number">
              {t('participants')}
            </th>
            <th scope="col" className="number">
              {t('teams')}
            </th>
            <th scope="col" className="number">
              {t('sfi_groups')}
            </th>
            <th scope="col">{t('take_out')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.data.map(({ number: version, importedAt, importedBy, note, counts }) => (
            <tr key={version}>
              <th scope="row" className="number">
                {version}
              </th>
              <td>
                <span className="unbroken">{time(importedAt)}</span>
                {[importedBy, note].filter(Boolean).map((text) => `, ${text}`)}
              </td>
              <td className="number">{number(counts.participants)}</td>
              <td className="number">{number(counts.teams)}</td>
              <td className="number">{number(counts.sfiGroups)}</td>
              <td>
                <a href={file(version, 'xlsx')} download>
                  {t('as_workbook', { version })}
                </a>{' '}
                <a href={file(version, 'zip')} download>
                  {t('as_folder', { version })}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
