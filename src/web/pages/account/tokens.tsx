/** Keys for programs that ask in one's name: what each may do, until when, and taking it back. A key is shown once. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client, useAnswer, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { type Action, useWho } from '../../session/session.tsx';
import { texts } from './texts.ts';

export function Tokens() {
  const t = useTexts(texts);
  const { date } = useFormats();
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: ['tokens'] });
  const answer = useAnswer(['tokens'], (signal) => client.GET('/v1/tokens', { signal }));
  const revoke = useChange((id: string, headers) =>
    client.DELETE('/v1/tokens/{id}', { params: { path: { id } }, headers }).finally(again),
  );
  return (
    <section className="card ask" aria-labelledby="tokens">
      <h2 id="tokens">{t('tokens')}</h2>
      <p>{t('tokens_text')}</p>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {answer.data === undefined && answer.error === null ? <Skeleton rows={2} /> : null}
      <ul className="grants">
        {answer.data?.map(({ id, name, actions, expiresAt }) => (
          <li key={id}>
            {t('token', { name, date: date(expiresAt), count: actions.length })}{' '}
            <button
              type="button"
              className="quiet"
              aria-label={t('revoke_token', { name })}
              onClick={() => revoke.mutate(id)}
            >
              {t('revoke')}
            </button>
          </li>
        ))}
      </ul>
      {revoke.error === null ? null : <Failed error={revoke.error} />}
      <NewToken onMade={again} />
    </section>
  );
}

function NewToken({ onMade }: { readonly onMade: () => void }) {
  const t = useTexts(texts);
  const who = useWho();
  const [name, setName] = useState('');
  const [days, setDays] = useState(30);
  const [action, setAction] = useState<Action | ''>('');
  const own = [...new Set([...who.may, ...who.regions.flatMap(({ may }) => may)])].sort();
  const make = useChange(
    (body: { readonly name: string; readonly days: number; readonly actions: Action[] }, headers) =>
      client.POST('/v1/tokens', { body, headers }),
    () => {
      setName('');
      onMade();
    },
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (action !== '') make.mutate({ name, days, actions: [action] });
  };
  return (
    <details>
      <summary>{t('new_token')}</summary>
      <form className="fields" onSubmit={send}>
        <Field
          label={t('token_name')}
          required
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <label className="field">
          <span>{t('token_action')}</span>
          <select
            required
            value={action}
            onChange={({ target }) => setAction(own.find((one) => one === target.value) ?? '')}
          >
            <option value="" />
            {own.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <Field
          label={t('token_days')}
          type="number"
          min={1}
          max={365}
          required
          value={Number.isNaN(days) ? '' : days}
          onChange={({ target }) => setDays(target.valueAsNumber)}
        />
        {make.error === null ? null : <Failed error={make.error} />}
        <div className="buttons">
          <button type="submit" className="secondary" disabled={make.isPending}>
            {t('make_token')}
          </button>
        </div>
        {make.data === undefined ? null : (
          <div role="status" className="state good">
            <strong>{t('token_made')}</strong>
            <p>
              <code>{make.data.secret}</code>
            </p>
          </div>
        )}
      </form>
    </details>
  );
}
