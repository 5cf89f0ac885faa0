/** A run on its way: how far it has come, and the button that stops it. */
import { useEffect, useRef } from 'react';
import { client, useChange } from '../../api/client.tsx';
import { useJob } from '../../api/job.tsx';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { Failed } from '../../parts/states.tsx';
import { texts } from './texts.ts';

export function Running({ job, onEnd }: { readonly job: string; readonly onEnd: () => void }) {
  const t = useTexts(texts);
  const { number } = useFormats();
  const { state, isStopping, progress } = useJob(job);
  const told = useRef(onEnd);
  told.current = onEnd;
  const isOver = state === 'done' || state === 'failed' || state === 'cancelled';
  useEffect(() => {
    if (isOver) told.current();
  }, [isOver]);
  const stop = useChange((id: string, headers) =>
    client.POST('/v1/jobs/{id}/cancel', { params: { path: { id } }, headers }),
  );
  const { finished = null, parts = null } = progress.at(-1) ?? {};
  const known = finished !== null && parts !== null;
  return (
    <section aria-labelledby="running">
      <h2 id="running">{t(state === 'queued' ? 'queued' : 'running')}</h2>
      <p role="status">
        {known ? t('parts', { finished: number(finished), parts: number(parts) }) : t('begins')}
      </p>
      <progress aria-label={t('running')} {...(known && { value: finished, max: Math.max(1, parts) })} />
      {stop.error === null ? null : <Failed error={stop.error} />}
      <div className="buttons">
        <button
          type="button"
          className="secondary"
          disabled={isStopping || stop.isPending}
          onClick={() => stop.mutate(job)}
        >
          {t(isStopping ? 'stopping' : 'stop')}
        </button>
      </div>
    </section>
  );
}
