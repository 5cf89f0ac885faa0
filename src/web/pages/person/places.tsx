/** The places that a person could have in the proposal that stands, the best first, at today's prices. */
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useTeamNames } from '../../parts/places.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Empty, Failed, Skeleton } from '../../parts/states.tsx';
import { texts } from './texts.ts';

interface PlacesProps {
  readonly region: string;
  readonly proposal: string;
  readonly participant: string;
}

export function Places({ region, proposal, participant }: PlacesProps) {
  const t = useTexts(texts);
  const { number } = useFormats();
  const answer = useAnswer(['places', proposal, participant], (signal) =>
    client.GET('/v1/proposals/{id}/places/{participant}', {
      params: { path: { id: proposal, participant }, query: { limit: 10 } },
      signal,
    }),
  );
  const teamName = useTeamNames(region, answer.data?.places.map(({ team }) => team) ?? []);
  return (
    <>
      <h2>{t('places')}</h2>
      <p className="help">{t('places_text')}</p>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {answer.data === undefined && answer.error === null ? <Skeleton rows={5} /> : null}
      {answer.data?.places.length === 0 ? <Empty>{t('no_places')}</Empty> : null}
      {answer.data === undefined || answer.data.places.length === 0 ? null : (
        <>
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
                    {t('net')}
                  </th>
                  <th scope="col" className="number">
                    {t('seats')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {answer.data.places.map(({ team, sfiGroup, points, net, teamSeatsLeft, sfiSeatsLeft }) => (
                  <tr key={`${team} ${sfiGroup}`}>
                    <th scope="row">{teamName(team)}</th>
                    <td>{sfiGroup}</td>
                    <td className="number">{number(points)}</td>
                    <td className="number">{number(net)}</td>
                    <td className="number">{number(Math.max(0, Math.min(teamSeatsLeft, sfiSeatsLeft)))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          {answer.data.more > 0 ? <p className="help">{t('more', { count: answer.data.more })}</p> : null}
        </>
      )}
    </>
  );
}
