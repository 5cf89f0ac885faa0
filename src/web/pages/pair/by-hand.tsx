/** A pair made by hand: first it is shown what it means and which rules it breaks; to set one aside takes a reason, and the right to. */
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { client, useAnswer, useChange } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { TextArea } from '../../parts/field.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useTeamNames } from '../../parts/places.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { texts } from './texts.ts';

type Check =
  paths['/v1/proposals/{id}/pairs/{participant}/check']['post']['responses'][200]['content']['application/json'];

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
  const id = useId();
  const who = useWho();
  const teamName = useTeamNames(region, [team]);
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
  const verdict = check.data?.verdict;
  const may = verdict === 'possible' || (verdict === 'override' && mayDo(who, 'pair.override', region));
  return (
    <form
      className="card"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        pair.mutate(check.data?.displaced.map((one) => one.participant) ?? []);
      }}
    >
      <h3 id={`${id}-title`}>{t('by_hand_title', { participant, team: teamName(team), sfi: sfiGroup })}</h3>
      {check.error === null ? null : <Failed error={check.error} retry={check.refetch} />}
      {check.data === undefined ? (
        check.error === null && <Skeleton rows={3} />
      ) : (
        <Consequences check={check.data} />
      )}
      {may || verdict === undefined ? null : (
        <p className="state">{t(verdict === 'impossible' ? 'impossible' : 'no_right_to_override')}</p>
      )}
      {/* What somebody has written stays until they close it, also where the pair can no longer be made. */}
      {may || reason !== '' ? (
        <TextArea
          label={t(verdict === 'override' ? 'override_reason' : 'by_hand_reason')}
          rows={2}
          required
          maxLength={2000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      ) : null}
      {pair.error === null ? null : <Failed error={pair.error} />}
      {pair.error?.kind === 'conflict' ? (
        <p className="state">{t(may ? 'checked_again' : 'by_hand_over')}</p>
      ) : null}
      <div className="buttons">
        {may ? (
          <button type="submit" className="primary" disabled={pair.isPending || check.isFetching}>
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

/** What the pair changes for all, who gives way, and which rules it breaks. */
function Consequences({ check: { rules, overruns, displaced, change } }: { readonly check: Check }) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  const broken = [...rules, ...overruns];
  return (
    <>
      <p>{t('change', { points: change > 0 ? `+${number(change)}` : number(change) })}</p>
      {displaced.length === 0 ? null : (
        <p>{t('displaces', { people: displaced.map((one) => one.participant).join(', ') })}</p>
      )}
      {broken.length === 0 ? (
        <p>{t('no_rule_broken')}</p>
      ) : (
        <>
          <p>{t('rules_broken')}</p>
          <ul>
            {broken.map((text) => (
              <li key={text.sv}>{said(text)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
