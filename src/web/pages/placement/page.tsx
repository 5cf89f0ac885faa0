/** A page for the participant to take home: the place and the week, and nothing more. It is printed in the page's language. */
import { Link, useParams } from 'wouter';
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { Week } from '../../parts/week.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { texts } from './texts.ts';

export default function Placement() {
  const t = useTexts(texts);
  const said = useSaid();
  const { date, number } = useFormats();
  const { region = '', proposal = '', participant = '' } = useParams();
  const answer = useAnswer(['placement', proposal, participant], (signal) =>
    client.GET('/v1/proposals/{id}/pairs/{participant}/page', {
      params: { path: { id: proposal, participant } },
      signal,
    }),
  );
  const page = answer.data;
  return (
    <article className="paper">
      <p className="back unprinted">
        <Link href={`/r/${region}/forslag/${proposal}/par/${participant}`}>{t('back')}</Link>
      </p>
      <PageHeading lead={t('person', { participant })}>{t('heading')}</PageHeading>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {page === undefined && answer.error === null ? <Skeleton rows={8} /> : null}
      {page === undefined ? null : (
        <>
          <dl className="facts">
            <dt>{t('work')}</dt>
            <dd>
              {t('work_text', { team: page.team.name, unit: page.team.unit, district: page.team.district })}
            </dd>
            <dt>{t('sfi')}</dt>
            <dd>
              {t('sfi_text', { group: page.sfi.group, provider: page.sfi.provider, course: page.sfi.course })}
            </dd>
            <dt>{t('starts')}</dt>
            <dd>{date(page.startsOn)}</dd>
            <dt>{t('hours')}</dt>
            <dd>{t('hours_text', { team: number(page.teamHours), sfi: number(page.sfiHours) })}</dd>
          </dl>
          <h2>{t('week')}</h2>
          <Week blocks={page.week.blocks} title={t('week')} />
          {page.week.civicOrientationHours > 0 ? (
            <p>{t('civic', { hours: number(page.week.civicOrientationHours) })}</p>
          ) : null}
          {page.conditions.length === 0 ? null : (
            <>
              <h2>{t('conditions')}</h2>
              <ul>
                {page.conditions.map((condition) => (
                  <li key={condition.code}>{said(condition)}</li>
                ))}
              </ul>
            </>
          )}
          <p>{t('advice')}</p>
          <div className="buttons unprinted">
            <button type="button" className="primary" onClick={() => print()}>
              {t('print')}
            </button>
          </div>
        </>
      )}
    </article>
  );
}
