/** A draft, before it is kept: what it would change of what stands, and the button that lets it stand. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { client, useAnswer, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { texts } from './texts.ts';

interface DraftProps {
  readonly region: string;
  readonly proposal: string;
  readonly isFirst: boolean;
}

export function Draft({ region, proposal, isFirst }: DraftProps) {
  const t = useTexts(texts);
  const who = useWho();
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const keep = useChange(
    (id: string, headers) => client.POST('/v1/proposals/{id}/keep', { params: { path: { id } }, headers }),
    () => void queries.invalidateQueries(),
  );
  return (
    <section className="card draft" aria-labelledby="draft">
      <h2 id="draft">{t('draft')}</h2>
      <p>{t(isFirst ? 'draft_first' : 'draft_text')}</p>
      {isFirst || !mayDo(who, 'proposal.difference', region) ? null : (
        <Difference region={region} proposal={proposal} />
      )}
      {keep.error === null ? null : <Failed error={keep.error} />}
      {mayDo(who, 'proposal.keep', region) ? (
        <div className="buttons">
          <button
            type="button"
            className="primary"
            disabled={keep.isPending}
            onClick={() => setIsAsking(true)}
          >
            {t('keep')}
          </button>
        </div>
      ) : null}
      {isAsking ? (
        <Confirm
          title={t('keep_title')}
          action={t('keep')}
          onConfirm={() => {
            setIsAsking(false);
            keep.mutate(proposal);
          }}
          onClose={() => setIsAsking(false)}
        >
          <p>{t('keep_text')}</p>
        </Confirm>
      ) : null}
    </section>
  );
}

function Difference({ region, proposal }: Omit<DraftProps, 'isFirst'>) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  const answer = useAnswer(['difference', proposal], (signal) =>
    client.GET('/v1/proposals/{id}/difference', { params: { path: { id: proposal } }, signal }),
  );
  if (answer.error !== null) return <Failed error={answer.error} retry={answer.refetch} />;
  if (answer.data === undefined) return <Skeleton rows={4} />;
  const { changes, summary } = answer.data;
  const place = (at: (typeof changes)[number]['from']) =>
    at === null ? t('no_place') : `${at.team}, ${at.sfiGroup}`;
  return (
    <>
      {summary === null ? null : <p>{said(summary)}</p>}
      {changes.length === 0 ? (
        <p>{t('no_change')}</p>
      ) : (
        <Scroll label={t('changes')} low>
          <table>
            <caption>{t('changes')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('participant')}</th>
                <th scope="col">{t('from')}</th>
                <th scope="col">{t('to')}</th>
                <th scope="col" className="number">
                  {t('won')}
                </th>
                <th scope="col">{t('why')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ participant, from, to, points, why }) => (
                <tr key={participant}>
                  <th scope="row">
                    <Link href={`/r/${region}/forslag/${proposal}/par/${participant}`}>{participant}</Link>
                  </th>
                  <td>{place(from)}</td>
                  <td>{place(to)}</td>
                  <td className="number">{points > 0 ? `+${number(points)}` : number(points)}</td>
                  <td>{why.map((reason) => said(reason)).join(' ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}
