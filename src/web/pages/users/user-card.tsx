/** One user: their roles and where each reaches, another role, and closing the account. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Failed } from '../../parts/states.tsx';
import type { Grant, User } from './answers.ts';
import { GiveGrant } from './give-grant.tsx';
import { texts } from './texts.ts';

export function UserCard({ user }: { readonly user: User }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [isClosing, setIsClosing] = useState(false);
  const again = () => void queries.invalidateQueries({ queryKey: ['users'] });
  const revoke = useChange((id: string, headers) =>
    client.DELETE('/v1/grants/{id}', { params: { path: { id } }, headers }).finally(again),
  );
  const disable = useChange((id: string, headers) =>
    client.DELETE('/v1/users/{id}', { params: { path: { id } }, headers }).finally(again),
  );
  const { id, login, name, disabled, openId, grants } = user;
  const error = revoke.error ?? disable.error;
  return (
    <article className="card ask" aria-labelledby={`u-${id}`}>
      <h2 id={`u-${id}`}>
        {name} <span className="help">{login}</span>
      </h2>
      {openId ? <p>{t('open_id')}</p> : null}
      {disabled ? <p className="state">{t('disabled')}</p> : null}
      <ul className="grants">
        {grants.map(({ id: grantId, grant }) => (
          <li key={grantId}>
            {t(`role_${grant.role}`)}: <Reach grant={grant} />{' '}
            <button
              type="button"
              className="quiet"
              aria-label={t('revoke_grant', { role: t(`role_${grant.role}`), name })}
              onClick={() => revoke.mutate(grantId)}
            >
              {t('revoke')}
            </button>
          </li>
        ))}
      </ul>
      {error === null ? null : <Failed error={error} />}
      {disabled ? null : (
        <>
          <GiveGrant user={user} />
          <div className="buttons">
            <button type="button" className="quiet" onClick={() => setIsClosing(true)}>
              {t('close', { name })}
            </button>
          </div>
        </>
      )}
      {isClosing ? (
        <Confirm
          title={t('close', { name })}
          action={t('close_it')}
          onClose={() => setIsClosing(false)}
          onConfirm={() => {
            setIsClosing(false);
            disable.mutate(id);
          }}
        >
          <p>{t('close_text')}</p>
        </Confirm>
      ) : null}
    </article>
  );
}

/** Where a role reaches, in words. */
function Reach({ grant: { region, district, principal, teams, partner } }: { readonly grant: Grant }) {
  const t = useTexts(texts);
  const parts = [region, district, principal, teams?.join(', '), partner].filter(
    (part) => part !== undefined,
  );
  return <>{parts.length === 0 ? t('everywhere') : parts.join(' · ')}</>;
}
