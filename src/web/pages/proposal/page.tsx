/** A proposal: on its way, or what came of it. */
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import type { Proposal } from './answers.ts';
import { Draft } from './draft.tsx';
import { Head } from './head.tsx';
import { Pairs } from './pairs.tsx';
import { ProofCheck } from './proof-check.tsx';
import { Running } from './running.tsx';
import { texts } from './texts.ts';
import { Unplaced } from './unplaced.tsx';

export default function ProposalPage() {
  const t = useTexts(texts);
  const { region = '', proposal: id = '' } = useParams();
  const { time } = useFormats();
  const answer = useAnswer(['proposal', id], (signal) =>
    client.GET('/v1/proposals/{id}', { params: { path: { id } }, signal }),
  );
  const proposal = answer.data;
  return (
    <>
      <p className="back">
        <Link href={`/r/${region}/forslag`}>{t('all')}</Link>
      </p>
      <PageHeading
        lead={
          proposal &&
          t('lead', {
            time: time(proposal.requestedAt),
            version: proposal.regionVersion,
            policy: proposal.policy,
          })
        }
      >
        {t(proposal?.status === 'proposed' ? `heading_${proposal.standing}` : 'heading')}
      </PageHeading>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {proposal === undefined && answer.error === null ? <Skeleton rows={6} /> : null}
      {proposal === undefined ? null : <Shown region={region} proposal={proposal} />}
    </>
  );
}

function Shown({ region, proposal }: { readonly region: string; readonly proposal: Proposal }) {
  const t = useTexts(texts);
  const said = useSaid();
  const who = useWho();
  const queries = useQueryClient();
  const { id, status, summary, failure, standing } = proposal;
  if (status === 'requested' || status === 'running') {
    const again = () => queries.invalidateQueries({ queryKey: ['proposal', id] });
    return <Running job={proposal.job} onEnd={() => void again()} />;
  }
  if (summary === null) {
    return (
      <section role="alert" className="state failed">
        <strong>{t(status === 'cancelled' ? 'cancelled' : 'failed')}</strong>
        {failure === null ? null : <p>{said(failure.detail)}</p>}
        <p>
          <Link href={`/r/${region}/forslag`}>{t('ask_again')}</Link>
        </p>
      </section>
    );
  }
  return (
    <>
      {standing === 'draft' ? (
        <Draft region={region} proposal={id} isFirst={proposal.previous === null} />
      ) : null}
      {standing === 'superseded' ? <p className="state">{t('superseded_text')}</p> : null}
      {proposal.cannotBeRepeated ? <p className="state">{t('cannot_be_repeated')}</p> : null}
      <Head summary={summary} />
      {mayDo(who, 'proposal.proof', region) && !proposal.cannotBeRepeated ? (
        <ProofCheck id={id} objective={summary.objective} bound={summary.bound} />
      ) : null}
      {mayDo(who, 'proposal.pairs', region) ? (
        <>
          <Pairs region={region} proposal={id} isStanding={standing === 'standing'} />
          <Unplaced region={region} proposal={id} />
        </>
      ) : null}
    </>
  );
}
