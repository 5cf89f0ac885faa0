/** How long the region keeps what it has, in months. To let go of what is older is the machine's command, with a dry run first. */
import { type FormEvent, useEffect, useState } from 'react';
import { client, useAnswer, useChange } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { texts } from './texts.ts';

type Limits = paths['/v1/regions/{region}/retention']['get']['responses'][200]['content']['application/json'];

const kinds = ['persons', 'proposals', 'versions'] as const;

export function Retention({ region }: { readonly region: string }) {
  const t = useTexts(texts);
  const kept = useAnswer(['retention', region], (signal) =>
    client.GET('/v1/regions/{region}/retention', { params: { path: { region } }, signal }),
  );
  const [limits, setLimits] = useState<Limits | null>(null);
  useEffect(() => setLimits(kept.data ?? null), [kept.data]);
  const save = useChange((body: Limits, headers) =>
    client.PUT('/v1/regions/{region}/retention', { params: { path: { region } }, body, headers }),
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (limits !== null) save.mutate(limits);
  };
  return (
    <form className="card ask" onSubmit={send} aria-labelledby="retention">
      <h2 id="retention">{t('retention')}</h2>
      <p>{t('retention_text')}</p>
      <pre>npm run -s cli -- retention --dry-run</pre>
      {kept.error === null ? null : <Failed error={kept.error} retry={kept.refetch} />}
      {limits === null ? (
        <Skeleton rows={2} />
      ) : (
        <div className="filters">
          {kinds.map((kind) => (
            <Field
              key={kind}
              label={t(`keep_${kind}`)}
              type="number"
              min={1}
              required
              value={Number.isNaN(limits[kind]) ? '' : limits[kind]}
              onChange={({ target }) => setLimits({ ...limits, [kind]: target.valueAsNumber })}
            />
          ))}
        </div>
      )}
      {save.error === null ? null : <Failed error={save.error} />}
      <div className="buttons">
        <button type="submit" className="secondary" disabled={limits === null || save.isPending}>
          {t('save')}
        </button>
        <span role="status">{save.isSuccess ? t('saved') : null}</span>
      </div>
    </form>
  );
}
