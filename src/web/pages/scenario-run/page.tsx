/** A run of scenarios: on its way, or what it came to, as a figure and a table to read and to take home. */
import { useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useParams } from 'wouter';
import { client, useAnswer, useChange } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { Result } from './result.tsx';
import { Running } from './running.tsx';
import { texts } from './texts.ts';

type Run = paths['/v1/scenario-runs/{id}']['get']['responses'][200]['content']['application/json'];

export default function ScenarioRun() {
  const t = useTexts(texts);
  const { time } = useFormats();
  const { region = '', run: id = '' } = useParams();
  const answer = useAnswer(['scenario-run', id], (signal) =>
    client.GET('/v1/scenario-runs/{id}', { params: { path: { id } }, signal }),
  );
  const run = answer.data;
  return (
    <>
      <p className="back">
        <Link href={`/r/${region}/scenarier`}>{t('back')}</Link>
      </p>
      <PageHeading
        lead={
          run &&
          t('lead', {
            time: time(run.requestedAt),
            by: run.requestedBy ?? '–',
            version: run.regionVersion,
            policy: run.policy,
          })
        }
      >
        {t(run?.kind ?? 'heading')}
      </PageHeading>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {run === undefined && answer.error === null ? <Skeleton rows={6} /> : null}
      {run === undefined ? null : <Shown region={region} run={run} />}
    </>
  );
}

function Shown({ region, run }: { readonly region: string; readonly run: Run }) {
  const t = useTexts(texts);
  const said = useSaid();
  const who = useWho();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { id, job, state, failure, complete, scenarios, sameBytes } = run;
  const repeat = useChange(
    (again: string, headers) =>
      client.POST('/v1/scenario-runs/{id}/repeat', { params: { path: { id: again } }, headers }),
    (asked) => navigate(`/r/${region}/scenarier/korning/${asked.run}`),
  );
  if (state === 'queued' || state === 'running') {
    return (
      <Running
        job={job}
        onEnd={() => {
          void queries.invalidateQueries({ queryKey: ['scenario-run', id] });
          void queries.invalidateQueries({ queryKey: ['scenario-runs'] });
        }}
      />
    );
  }
  return (
    <>
      {scenarios.length === 0 ? null : (
        <p>{t('of', { names: scenarios.map(({ name, number }) => `${name} (${number})`).join(', ') })}</p>
      )}
      {complete === false ? <p className="state">{t('incomplete')}</p> : null}
      {sameBytes === null ? null : <p className="state">{t(sameBytes ? 'same' : 'other')}</p>}
      {failure === null && complete !== null ? (
        <Result region={region} id={id} kind={run.kind} />
      ) : (
        <section role="alert" className="state failed">
          <strong>{t(state === 'cancelled' ? 'cancelled' : 'failed')}</strong>
          {failure === null ? null : <p>{said(failure.detail)}</p>}
        </section>
      )}
      {repeat.error === null ? null : <Failed error={repeat.error} />}
      {mayDo(who, 'scenario.run', region) ? (
        <div className="buttons">
          <button
            type="button"
            className="secondary"
            disabled={repeat.isPending}
            onClick={() => repeat.mutate(id)}
          >
            {t('repeat')}
          </button>
        </div>
      ) : null}
    </>
  );
}
