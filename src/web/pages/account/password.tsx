/** Another password; whoever is signed in elsewhere with the old one is signed out. */
import { type FormEvent, useState } from 'react';
import { client, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { Failed } from '../../parts/states.tsx';
import { texts } from './texts.ts';

const shortest = 12;

export function Password() {
  const t = useTexts(texts);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useChange((body: { readonly current: string; readonly next: string }, headers) =>
    client.PUT('/v1/me/password', { body, headers }).then((answer) => {
      setCurrent('');
      setNext('');
      return answer;
    }),
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({ current, next });
  };
  return (
    <form className="card ask" onSubmit={send} aria-labelledby="password">
      <h2 id="password">{t('password')}</h2>
      <Field
        label={t('current')}
        type="password"
        autoComplete="current-password"
        required
        value={current}
        onChange={({ target }) => setCurrent(target.value)}
      />
      <Field
        label={t('next')}
        help={t('next_help', { shortest })}
        type="password"
        autoComplete="new-password"
        minLength={shortest}
        required
        value={next}
        onChange={({ target }) => setNext(target.value)}
      />
      {change.error === null ? null : <Failed error={change.error} />}
      <div className="buttons">
        <button type="submit" className="primary" disabled={change.isPending}>
          {t('change')}
        </button>
        <span role="status">{change.isSuccess ? t('changed') : null}</span>
      </div>
    </form>
  );
}
