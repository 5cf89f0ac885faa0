/** A new local account: its password is made here, and shown once to whoever hands it over. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { Failed } from '../../parts/states.tsx';
import { texts } from './texts.ts';

interface Added {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

export function AddUser() {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const [shown, setShown] = useState<Added | null>(null);
  const add = useChange(
    (body: Added, headers) => client.POST('/v1/users', { body, headers }),
    (_, added) => {
      setShown(added);
      setLogin('');
      setName('');
      void queries.invalidateQueries({ queryKey: ['users'] });
    },
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate({ login, name, password: newPassword() });
  };
  return (
    <form className="card ask" onSubmit={send} aria-labelledby="add">
      <h2 id="add">{t('add')}</h2>
      <Field
        label={t('login')}
        required
        autoComplete="off"
        value={login}
        onChange={({ target }) => setLogin(target.value)}
      />
      <Field label={t('name')} required value={name} onChange={({ target }) => setName(target.value)} />
      {add.error === null ? null : <Failed error={add.error} />}
      <div className="buttons">
        <button type="submit" className="primary" disabled={add.isPending}>
          {t('add_it')}
        </button>
      </div>
      {shown === null ? null : (
        <div role="status" className="state good">
          <strong>{t('added', { login: shown.login })}</strong>
          <p>
            {t('password')} <code>{shown.password}</code>
          </p>
          <p>{t('password_text')}</p>
        </div>
      )}
    </form>
  );
}

function newPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
