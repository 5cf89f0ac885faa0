/** The pairs that were chosen in the list, decided on together: each that somebody else changed meanwhile is told and left as it is. */
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { client, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Failed } from '../../parts/states.tsx';
import { texts } from './texts.ts';

interface DecideManyProps {
  readonly region: string;
  readonly proposal: string;
  /** The versions of the pairs, by participant. */
  readonly chosen: ReadonlyMap<string, number>;
  readonly onDone: () => void;
}

export function DecideMany({ region, proposal, chosen, onDone }: DecideManyProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const queries = useQueryClient();
  const decide = useChange(
    (step: 'lock' | 'accept', headers) =>
      client.POST('/v1/proposals/{id}/decisions', {
        params: { path: { id: proposal } },
        body: {
          mode: 'each',
          step: { step },
          pairs: Array.from(chosen, ([participant, version]) => ({ participant, version })),
        },
        headers,
      }),
    () => {
      onDone();
      void queries.invalidateQueries({ queryKey: ['pairs', proposal] });
    },
  );
  const refused = decide.data?.outcomes.filter(({ failure }) => failure !== null) ?? [];
  const done = (decide.data?.outcomes.length ?? 0) - refused.length;
  return (
    <div className="decide-many">
      <div className="buttons">
        {(['accept', 'lock'] as const).map((step) => (
          <button
            key={step}
            type="button"
            className={step === 'accept' ? 'primary' : 'secondary'}
            disabled={chosen.size === 0 || decide.isPending}
            onClick={() => decide.mutate(step)}
          >
            {t(`${step}_chosen`, { count: chosen.size })}
          </button>
        ))}
      </div>
      <div role="status">
        {decide.data === undefined ? null : <p>{t('decided', { count: done })}</p>}
        {refused.length === 0 ? null : (
          <ul className="state failed">
            {refused.map(({ participant, failure }) => (
              <li key={participant}>
                <Link href={`/r/${region}/forslag/${proposal}/par/${participant}`}>{participant}</Link>:{' '}
                {failure === null ? null : said(failure.detail)}
              </li>
            ))}
          </ul>
        )}
      </div>
      {decide.error === null ? null : <Failed error={decide.error} />}
    </div>
  );
}
