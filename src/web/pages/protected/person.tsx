/** One such person, opened: where they are placed, or what is free for them now. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, useAnswer, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useTeamNames } from '../../parts/places.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Empty, Failed, Skeleton } from '../../parts/states.tsx';
import { texts } from './texts.ts';

interface PersonProps {
  readonly region: string;
  readonly id: string;
  readonly keptUnder: string;
  readonly onClose: () => void;
}

export function Person({ region, id, keptUnder, onClose }: PersonProps) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [ends, setEnds] = useState(false);
  const path = { id };
  const answer = useAnswer([keptUnder, id], (signal) =>
    client.GET('/v1/protected-persons/{id}', { params: { path }, signal }),
  );
  const refresh = (): void => void queries.invalidateQueries({ queryKey: [keptUnder] });
  const end = useChange((_: null) =>
    client
      .DELETE('/v1/protected-persons/{id}/place', { params: { path } })
      .then(() => ({ data: true }))
      .finally(refresh),
  );
  const place = answer.data?.place;
  const teamName = useTeamNames(region, place == null ? [] : [place.team]);
  return (
    <section aria-labelledby="code">
      <h2 id="code">
        {t('code')}: <code>{id}</code>
      </h2>
      <p className="help">{t('kept')}</p>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {answer.data === undefined && answer.error === null ? <Skeleton rows={4} /> : null}
      {place === undefined ? null : place === null ? (
        <>
          <p>{t('waits')}</p>
          <Free region={region} id={id} keptUnder={keptUnder} onGiven={refresh} />
        </>
      ) : (
        <p className="state">{t('placed', { team: teamName(place.team), sfi: place.sfiGroup })}</p>
      )}
      {end.error === null ? null : <Failed error={end.error} />}
      <div className="buttons">
        {place == null ? null : (
          <button type="button" className="secondary" disabled={end.isPending} onClick={() => setEnds(true)}>
            {t('end')}
          </button>
        )}
        <button type="button" className="secondary" onClick={onClose}>
          {t('close')}
        </button>
      </div>
      {ends ? (
        <Confirm
          title={t('end')}
          action={t('end')}
          onClose={() => setEnds(false)}
          onConfirm={() => {
            setEnds(false);
            end.mutate(null);
          }}
        >
          <p>{t('end_text')}</p>
        </Confirm>
      ) : null}
    </section>
  );
}

interface FreeProps extends Omit<PersonProps, 'onClose'> {
  readonly onGiven: () => void;
}

function Free({ region, id, keptUnder, onGiven }: FreeProps) {
  const t = useTexts(texts);
  const { number } = useFormats();
  const path = { id };
  const answer = useAnswer([keptUnder, id, 'places'], (signal) =>
    client.GET('/v1/protected-persons/{id}/places', { params: { path }, signal }),
  );
  const give = useChange((body: { team: string; sfiGroup: string }, headers) =>
    client.POST('/v1/protected-persons/{id}/place', { params: { path }, body, headers }).finally(onGiven),
  );
  const free = (answer.data?.places ?? []).filter(
    ({ teamSeatsLeft, sfiSeatsLeft }) => Math.min(teamSeatsLeft, sfiSeatsLeft) > 0,
  );
  const teamName = useTeamNames(
    region,
    free.map(({ team }) => team),
  );
  if (answer.error !== null) return <Failed error={answer.error} retry={answer.refetch} />;
  if (answer.data === undefined) return <Skeleton rows={6} />;
  if (free.length === 0) return <Empty>{t('none')}</Empty>;
  return (
    <>
      <h3>{t('places')}</h3>
      {give.error === null ? null : <Failed error={give.error} />}
      <Scroll label={t('places')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('team')}</th>
              <th scope="col">{t('sfi_group')}</th>
              <th scope="col" className="number">
                {t('points')}
              </th>
              <th scope="col" className="number">
                {t('seats')}
              </th>
              <th scope="col">{t('choose')}</th>
            </tr>
          </thead>
          <tbody>
            {free.slice(0, 10).map(({ team, sfiGroup, points, teamSeatsLeft, sfiSeatsLeft }) => (
              <tr key={`${team} ${sfiGroup}`}>
                <th scope="row">{teamName(team)}</th>
                <td>{sfiGroup}</td>
                <td className="number">{number(points)}</td>
                <td className="number">{number(Math.min(teamSeatsLeft, sfiSeatsLeft))}</td>
                <td>
                  <button
                    type="button"
                    className="secondary"
                    aria-label={t('give_to', { team: teamName(team), sfi: sfiGroup })}
                    disabled={give.isPending}
                    onClick={() => give.mutate({ team, sfiGroup })}
                  >
                    {t('give')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
