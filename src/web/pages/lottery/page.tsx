/** Outcomes compared through the lottery of a proposal: those whom chance gave one place, held against those whom it gave another or none. */
import { useEffect, useRef } from 'react';
import { Link, useParams } from 'wouter';
import { client, useAnswer, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Empty, Failed, Skeleton } from '../../parts/states.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { Told } from './answer.tsx';
import { Ask } from './ask.tsx';
import { compareThrough, type Question, useQuestion } from './question.ts';
import { texts } from './texts.ts';

export default function Lottery() {
  const t = useTexts(texts);
  const { region = '' } = useParams();
  const [asked, keep] = useQuestion();
  const choices = useAnswer(['lottery-choices', region], (signal) =>
    client.GET('/v1/regions/{region}/followup/lottery', { params: { path: { region } }, signal }),
  );
  const { compare, stop } = useComparison(region);
  const { data } = choices;
  return (
    <>
      <p className="back">
        <Link href={`/r/${region}/uppfoljning`}>{t('back')}</Link>
      </p>
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      <p className="prose">{t('text')}</p>
      {choices.error === null ? null : <Failed error={choices.error} retry={choices.refetch} />}
      {data === undefined && choices.error === null ? <Skeleton rows={6} /> : null}
      {data?.proposals.length === 0 ? <Empty>{t('no_proposal')}</Empty> : null}
      {data === undefined || data.proposals.length === 0 ? null : (
        <Ask
          choices={data}
          asked={asked}
          isPending={compare.isPending}
          onAsk={(question) => {
            keep(question);
            compare.mutate(question);
          }}
        />
      )}
      {compare.isPending ? (
        <div className="state" role="status">
          <p>{t('drawing', { count: compare.variables.draws })}</p>
          <button type="button" className="secondary" onClick={stop}>
            {t('stop')}
          </button>
        </div>
      ) : null}
      {compare.error === null ? null : <Failed error={compare.error} />}
      {compare.data === undefined ? null : <Told region={region} answer={compare.data} />}
    </>
  );
}

/** Asks, and asks no more when it is told to stop or the page is left: the drawings end with the request. */
function useComparison(region: string) {
  const going = useRef<AbortController>(null);
  useEffect(() => () => going.current?.abort(), []);
  const compare = useChange((body: Question, headers) => {
    going.current = new AbortController();
    return compareThrough(region, body, headers, going.current.signal);
  });
  const stop = (): void => {
    going.current?.abort();
    compare.reset();
  };
  return { compare, stop };
}
