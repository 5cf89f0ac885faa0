/** "Why not this team?" for any team: which rules are in the way, or what it would cost. */
import { useId, useState } from 'react';
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { teamLabel, useTeams } from '../../parts/places.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { texts } from './texts.ts';

interface WhyNotProps {
  readonly region: string;
  readonly proposal: string;
  readonly participant: string;
}

export function WhyNot({ region, proposal, participant }: WhyNotProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const id = useId();
  const [typed, setTyped] = useState('');
  const rows = useTeams(region, typed === '' ? {} : { search: typed })?.rows ?? [];
  const label = (row: (typeof rows)[number]): string => `${teamLabel(row)} (${row.id})`;
  const team = rows.find((row) => label(row) === typed || row.id === typed)?.id ?? null;
  const answer = useAnswer(
    ['why-not', proposal, participant, team],
    (signal) =>
      client.GET('/v1/proposals/{id}/pairs/{participant}/why-not/{team}', {
        params: { path: { id: proposal, participant, team: team ?? '' } },
        signal,
      }),
    { enabled: team !== null },
  );
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('which_team')}</label>
        <input id={id} list={`${id}-teams`} value={typed} onChange={({ target }) => setTyped(target.value)} />
        <datalist id={`${id}-teams`}>
          {rows.map((row) => (
            <option key={row.id} value={label(row)} />
          ))}
        </datalist>
      </div>
      <div role="status">
        {team === null ? null : answer.error !== null ? (
          <Failed error={answer.error} retry={answer.refetch} />
        ) : answer.data === undefined || answer.isPlaceholderData ? (
          <Skeleton rows={2} />
        ) : (
          <div className="state">
            <p>{said(answer.data)}</p>
            {answer.data.verdict === 'excluded' ? (
              <ul>
                {answer.data.rules.map((rule) => (
                  <li key={rule.rule}>{said(rule)}</li>
                ))}
              </ul>
            ) : null}
          </div>
        )}
      </div>
    </>
  );
}
