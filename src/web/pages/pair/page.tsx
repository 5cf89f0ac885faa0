/** A pair, opened: what it is, why, what week it makes, what else there is, and what may be decided of it. */
import { Link, useParams } from 'wouter';
import { statusNames } from '../../../domain/pair-words.ts';
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useTeamNames } from '../../parts/places.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { Week } from '../../parts/week.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { usePairQuestion } from '../proposal/pair-question.ts';
import { Alternatives } from './alternatives.tsx';
import type { Pair, Why } from './answers.ts';
import { Decide } from './decide.tsx';
import { History } from './history.tsx';
import { Neighbours } from './neighbours.tsx';
import { Terms } from './terms.tsx';
import { texts } from './texts.ts';
import { WhyNot } from './why-not.tsx';

export default function PairPage() {
  const { region = '', proposal = '', participant = '' } = useParams();
  const t = useTexts(texts);
  const who = useWho();
  const { address } = usePairQuestion();
  const path = { id: proposal, participant };
  const pair = useAnswer(['pair', proposal, participant], (signal) =>
    client.GET('/v1/proposals/{id}/pairs/{participant}', { params: { path }, signal }),
  );
  const explains = mayDo(who, 'proposal.explain', region);
  const why = useAnswer(
    ['why', proposal, participant],
    (signal) => client.GET('/v1/proposals/{id}/pairs/{participant}/why', { params: { path }, signal }),
    { enabled: explains },
  );
  const isUnplaced = pair.error?.kind === 'not-found';
  return (
    <>
      <div className="walk">
        <Link href={`/r/${region}/forslag/${proposal}${address}`}>{t('back')}</Link>
        <Neighbours region={region} proposal={proposal} participant={participant} />
      </div>
      <PageHeading
        lead={isUnplaced ? t('unplaced') : pair.data && <Place region={region} pair={pair.data} />}
      >
        {t('heading', { participant })}
      </PageHeading>
      {pair.error === null || isUnplaced ? null : <Failed error={pair.error} retry={pair.refetch} />}
      {pair.data === undefined && pair.error === null ? <Skeleton rows={5} /> : null}
      {pair.data === undefined || isUnplaced ? null : (
        <>
          <Decide region={region} proposal={proposal} pair={pair.data} />
          {pair.data.state?.status === 'turned_down' || !mayDo(who, 'participant.print', region) ? null : (
            <p>
              <Link href={`/r/${region}/forslag/${proposal}/par/${participant}/utskrift`}>{t('print')}</Link>
            </p>
          )}
        </>
      )}
      {explains ? (
        <Explained region={region} proposal={proposal} participant={participant} why={why} pair={pair.data} />
      ) : null}
      {pair.data?.history === undefined || isUnplaced ? null : <History decisions={pair.data.history} />}
    </>
  );
}

function Place({ region, pair }: { readonly region: string; readonly pair: Pair }) {
  const t = useTexts(texts);
  const said = useSaid();
  const { team, sfiGroup = '–', state } = pair;
  const teamName = useTeamNames(region, team === undefined ? [] : [team]);
  return (
    <>
      {t('place', { team: team === undefined ? '–' : teamName(team), sfi: sfiGroup })}{' '}
      {state === undefined ? null : <span className="badge strong">{said(statusNames[state.status])}</span>}
    </>
  );
}

interface ExplainedProps {
  readonly region: string;
  readonly proposal: string;
  readonly participant: string;
  readonly why: ReturnType<typeof useAnswer<Why>>;
  readonly pair: Pair | undefined;
}

function Explained({ region, proposal, participant, why, pair }: ExplainedProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  const failed = why.error === null ? null : <Failed error={why.error} retry={why.refetch} />;
  if (why.data === undefined) return failed ?? <Skeleton rows={8} />;
  const { place, alternatives } = why.data;
  return (
    <>
      {failed}
      {place === null ? null : (
        <>
          <h2>{t('why')}</h2>
          <Terms points={place.points} terms={place.terms} />
          {pair?.conditions === undefined || pair.conditions.length === 0 ? null : (
            <ul className="state">
              {pair.conditions.map((condition) => (
                <li key={condition.code}>{said(condition)}</li>
              ))}
            </ul>
          )}
          <h2>{t('week')}</h2>
          <p>{t('hours', { team: number(place.teamHours), sfi: number(place.sfiHours) })}</p>
          <Week blocks={place.week.blocks} title={t('week')} />
        </>
      )}
      <h2>{t('alternatives')}</h2>
      <Alternatives
        proposal={proposal}
        participant={participant}
        version={pair?.version ?? 0}
        isStanding={pair?.standing === 'standing'}
        region={region}
        alternatives={alternatives}
      />
      <h2>{t('why_not')}</h2>
      <WhyNot region={region} proposal={proposal} participant={participant} />
    </>
  );
}
