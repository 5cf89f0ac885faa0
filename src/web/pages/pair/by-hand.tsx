/** A pair made by hand: first it is shown what it means and which rules it breaks; to set one aside takes a reason, and the right to. */
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { client, useAnswer, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { TextArea } from '../../parts/field.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { useTeamNames } from '../../parts/team-names.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { texts } from './texts.ts';

interface ByHandProps {
  readonly region: string;
  readonly proposal: string;
  readonly participant: string;
  readonly version: number;
  readonly team: string;
  readonly sfiGroup: string;
  readonly onClose: () => void;
}

export function ByHand({ region, proposal, participant, version, team, sfiGroup, onClose }: ByHandProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const id = useId();
  const who = useWho();
  const { number } = useFormats();
  const teamName = useTeamNames(region);
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const path = { id: proposal, participant };
  const check = useAnswer(['check', proposal, participant, version, team, sfiGroup], () =>
    client.POST('/v1/proposals/{id}/pairs/{participant}/check', {
      params: { path },
      body: { team, sfiGroup },
    }),
  );
  const pair = useChange(
    (displaces: readonly string[], headers) =>
      client
        .POST('/v1/proposals/{id}/pairs/{participant}/by-hand', {
          params: { path },
          body: { team, sfiGroup, version, displaces: [...displaces], reason },
          headers,
        })
        // Also where it was refused because something has changed: what is shown is then what there is now.
        .finally(() => void queries.invalidateQueries()),
    onClose,
  );
  if (check.data === undefined)
    return check.error === null ? (
      <Skeleton rows={4} />
    ) : (
      <Failed error={check.error} retry={check.refetch} />
    );
  const { rules, overruns, displaced, change, verdict } = check.data;
  const may = verdict === 'possible' || (verdict === 'override' && mayDo(who, 'pair.override', region));
  return (
    <form
      className="card"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        pair.mutate(displaced.map((one) => one.participant));
      }}
    >
      <h3 id={`${id}-title`}>{t('by_hand_title', { participant, team: teamName(team), sfi: sfiGroup })}</h3>
      <p>{t('change', { points: change > 0 ? `+${number(change)}` : number(change) })}</p>
      {displaced.length === 0 ? null : (
        <p>{t('displaces', { people: displaced.map((one) => one.participant).join(', ') })}</p>
      )}
      {rules.length + overruns.length === 0 ? (
        <p>{t('no_rule_broken')}</p>
      ) : (
        <>
          <p>{t('rules_broken')}</p>
          <ul>
            {[...rules, ...overruns].map((text) => (
              <li key={text.sv}>{said(text)}</li>
            ))}
          </ul>
        </>
      )}
      {may ? (
        <TextArea
          label={t(verdict === 'override' ? 'override_reason' : 'by_hand_reason')}
          rows={2}
          required
          maxLength={2000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      ) : (
        <p className="state">{t(verdict === 'impossible' ? 'impossible' : 'no_right_to_override')}</p>
      )}
      {pair.error === null ? null : <Failed error={pair.error} />}
      {pair.error?.kind === 'conflict' ? <p className="state">{t('checked_again')}</p> : null}
      <div className="buttons">
        {may ? (
          <button type="submit" className="primary" disabled={pair.isPending}>
            {t('pair_so')}
          </button>
        ) : null}
        <button type="button" className="secondary" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
