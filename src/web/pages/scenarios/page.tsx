/** A region's scenarios, what can be asked of them, and what has been asked. */
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Empty, Failed, Skeleton } from '../../parts/states.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { AskRun } from './ask-run.tsx';
import { Runs } from './runs.tsx';
import { texts } from './texts.ts';

export default function Scenarios() {
  const t = useTexts(texts);
  const who = useWho();
  const { time } = useFormats();
  const { region = '' } = useParams();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const answer = useAnswer(['scenarios', region], (signal) =>
    client.GET('/v1/regions/{region}/scenarios', { params: { path: { region } }, signal }),
  );
  const writes = mayDo(who, 'scenario.write', region);
  const runs = mayDo(who, 'scenario.run', region);
  const choose = (id: string, isIn: boolean): void =>
    setChosen(isIn ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <>
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      {writes ? (
        <p>
          <Link className="button secondary" href={`/r/${region}/scenarier/ny`}>
            {t('new')}
          </Link>
        </p>
      ) : null}
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {answer.data === undefined && answer.error === null ? <Skeleton rows={4} /> : null}
      {answer.data?.length === 0 ? <Empty>{t('none')}</Empty> : null}
      {answer.data === undefined || answer.data.length === 0 ? null : (
        <Scroll label={t('table')}>
          <table>
            <caption>{t('table')}</caption>
            <thead>
              <tr>
                {runs ? <th scope="col">{t('compare')}</th> : null}
                <th scope="col">{t('name')}</th>
                <th scope="col" className="number">
                  {t('version')}
                </th>
                <th scope="col">{t('saved')}</th>
              </tr>
            </thead>
            <tbody>
              {answer.data.map(({ id, name, number, createdAt, createdBy }) => (
                <tr key={id}>
                  {runs ? (
                    <td>
                      <input
                        type="checkbox"
                        aria-label={t('compare_row', { name })}
                        checked={chosen.includes(id)}
                        onChange={({ target }) => choose(id, target.checked)}
                      />
                    </td>
                  ) : null}
                  <th scope="row">
                    <Link href={`/r/${region}/scenarier/${id}`}>{name}</Link>
                  </th>
                  <td className="number">{number}</td>
                  <td>{`${time(createdAt)}${createdBy === null ? '' : `, ${createdBy}`}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {runs ? <AskRun region={region} scenarios={chosen} /> : null}
      {mayDo(who, 'scenario.figures', region) ? <Runs region={region} /> : null}
    </>
  );
}
