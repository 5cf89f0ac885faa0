/** Giving somebody a role: what it lets them do, and where it reaches. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { client, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { Failed } from '../../parts/states.tsx';
import { useWho } from '../../session/session.tsx';
import type { Grant, User } from './answers.ts';
import { texts } from './texts.ts';

const roles: readonly Grant['role'][] = [
  ...(['officer', 'planner', 'sfi_coordinator', 'school_supervisor'] as const),
  ...(['evaluator', 'partner', 'administrator', 'protected_identity_handler'] as const),
];
/** What limits a role beside its region, as it is typed; teams with spaces between. */
const limits = ['district', 'principal', 'teams', 'partner'] as const;

export function GiveGrant({ user }: { readonly user: User }) {
  const t = useTexts(texts);
  const id = useId();
  const who = useWho();
  const queries = useQueryClient();
  const [role, setRole] = useState<Grant['role']>('officer');
  const [region, setRegion] = useState('');
  const [typed, setTyped] = useState<Readonly<Partial<Record<(typeof limits)[number], string>>>>({});
  const give = useChange(
    (grant: Grant, headers) => client.POST('/v1/grants', { body: { login: user.login, grant }, headers }),
    () => {
      setTyped({});
      void queries.invalidateQueries({ queryKey: ['users'] });
    },
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const { district = '', principal = '', teams = '', partner = '' } = typed;
    give.mutate({
      role,
      ...(region !== '' && { region }),
      ...(district !== '' && { district }),
      ...(principal !== '' && { principal }),
      ...(teams !== '' && { teams: teams.split(/[\s,]+/).filter((team) => team !== '') }),
      ...(partner !== '' && { partner }),
    });
  };
  return (
    <details>
      <summary>{t('give', { name: user.name })}</summary>
      <form className="fields" onSubmit={send}>
        <div className="field">
          <label htmlFor={`${id}-role`}>{t('role')}</label>
          <select
            id={`${id}-role`}
            value={role}
            aria-describedby={`${id}-role-text`}
            onChange={({ target }) => setRole(roles.find((one) => one === target.value) ?? 'officer')}
          >
            {roles.map((one) => (
              <option key={one} value={one}>
                {t(`role_${one}`)}
              </option>
            ))}
          </select>
          <span id={`${id}-role-text`} className="help">
            {t(`about_${role}`)}
          </span>
        </div>
        <div className="field">
          <label htmlFor={`${id}-region`}>{t('region')}</label>
          <select id={`${id}-region`} value={region} onChange={({ target }) => setRegion(target.value)}>
            <option value="">{t('everywhere')}</option>
            {who.regions.map(({ id: key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </div>
        {limits.map((limit) => (
          <Field
            key={limit}
            label={t(limit)}
            value={typed[limit] ?? ''}
            onChange={({ target }) => setTyped({ ...typed, [limit]: target.value })}
          />
        ))}
        {give.error === null ? null : <Failed error={give.error} />}
        <div className="buttons">
          <button type="submit" className="secondary" disabled={give.isPending}>
            {t('give_it')}
          </button>
        </div>
      </form>
    </details>
  );
}
