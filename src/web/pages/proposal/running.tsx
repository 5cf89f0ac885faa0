/** A proposal on its way: what is being done, how close it is, and the button that stops it. */
import { useCallback, useEffect, useRef } from 'react';
import { client, useChange } from '../../api/client.tsx';
import { type Progress, useJob } from '../../api/job.tsx';
import { useTexts } from '../../language.tsx';
import { Figure } from '../../parts/figure.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { GapSentence } from '../../parts/gap-sentence.tsx';
import { Failed } from '../../parts/states.tsx';
import { texts } from './texts.ts';

interface RunningProps {
  readonly job: string | null;
  readonly onEnd: () => void;
}

const phases = ['prices', 'search', 'neighbourhoods', 'branching'] as const;

export function Running({ job, onEnd }: RunningProps) {
  const t = useTexts(texts);
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
  const last = progress.at(-1);
  const phase = phases.find((one) => one === last?.phase);
  return (
    <section className="running" aria-labelledby="running">
      <h2 id="running">{t(state === 'queued' ? 'queued' : 'running')}</h2>
      <p role="status">
        {state === 'queued' ? t('queued_text') : t(phase === undefined ? 'begins' : `phase_${phase}`)}{' '}
        {last?.objective == null || last.bound === null ? null : (
          <GapSentence objective={last.objective} bound={last.bound} />
        )}
      </p>
      {stop.error === null ? null : <Failed error={stop.error} />}
      <div className="buttons">
        <button
          type="button"
          className="secondary"
          disabled={job === null || isStopping || stop.isPending}
          onClick={() => job !== null && stop.mutate(job)}
        >
          {t(isStopping ? 'stopping' : 'stop')}
        </button>
        <span className="help">{t('stop_text')}</span>
      </div>
      {progress.some(({ objective }) => objective !== null) ? <Curve progress={progress} /> : null}
    </section>
  );
}

/** The points of the best so far, and what none can be above, over time. */
function Curve({ progress }: { readonly progress: readonly Progress[] }) {
  const t = useTexts(texts);
  const { number } = useFormats();
  const shown = progress.filter(({ objective, bound }) => objective !== null && bound !== null);
  const end = Math.max(1000, shown.at(-1)?.ms ?? 0);
  const draw = useCallback(
    (plot: typeof import('@observablehq/plot'), width: number) =>
      plot.plot({
        width,
        height: 220,
        marginLeft: 70,
        x: { label: t('seconds'), transform: (ms: number) => ms / 1000, domain: [0, end / 1000], ticks: 5 },
        y: { label: t('points'), grid: true, tickFormat: number, nice: true },
        marks: [
          plot.line(shown, { x: 'ms', y: 'bound', curve: 'step-after', strokeDasharray: '5,4' }),
          plot.line(shown, { x: 'ms', y: 'objective', curve: 'step-after', strokeWidth: 2.5 }),
          plot.text(shown.slice(-1), {
            x: 'ms',
            y: 'bound',
            text: () => t('bound'),
            dy: -10,
            textAnchor: 'end',
          }),
          plot.text(shown.slice(-1), {
            x: 'ms',
            y: 'objective',
            text: () => t('best'),
            dy: 12,
            textAnchor: 'end',
          }),
        ],
      }),
    [shown, end, t, number],
  );
  return (
    <Figure
      title={t('curve')}
      file="forlopp"
      columns={[t('seconds'), t('best'), t('bound')]}
      rows={shown.map(({ ms, objective, bound }) => [
        number(ms / 1000),
        number(objective ?? 0),
        number(bound ?? 0),
      ])}
      draw={draw}
    />
  );
}
