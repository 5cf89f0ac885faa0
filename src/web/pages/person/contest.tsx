/** The person contests the proposal: a case that a human being answers. */
import { type FormEvent, useState } from 'react';
import { client, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { TextArea } from '../../parts/field.tsx';
import { Failed } from '../../parts/states.tsx';
import { texts } from './texts.ts';

export function Contest({
  proposal,
  participant,
}: {
  readonly proposal: string;
  readonly participant: string;
}) {
  const t = useTexts(texts);
  const [question, setQuestion] = useState('');
  const open = useChange(
    (_: null, headers) =>
      client.POST('/v1/proposals/{id}/contests', {
        params: { path: { id: proposal } },
        body: { participant, question },
        headers,
      }),
    () => setQuestion(''),
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    open.mutate(null);
  };
  return (
    <details>
      <summary>{t('contest')}</summary>
      <form className="card" onSubmit={send}>
        <TextArea
          label={t('question')}
          rows={3}
          required
          maxLength={2000}
          value={question}
          onChange={({ target }) => setQuestion(target.value)}
        />
        {open.error === null ? null : <Failed error={open.error} />}
        <div className="buttons">
          <button type="submit" className="primary" disabled={open.isPending}>
            {t('open_contest')}
          </button>
          <span role="status">{open.isSuccess ? t('contest_opened') : null}</span>
        </div>
      </form>
    </details>
  );
}
