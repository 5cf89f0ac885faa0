/** What the person has said of the proposal, and recording what they say now. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { client, useAnswer, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { today } from '../../parts/today.ts';
import { texts } from './texts.ts';

const words = ['yes', 'no', 'undecided'] as const;

interface AnswersProps {
  readonly proposal: string;
  readonly participant: string;
}

export function Answers({ proposal, participant }: AnswersProps) {
  const t = useTexts(texts);
  const { date } = useFormats();
  const answer = useAnswer(['answers', proposal, participant], (signal) =>
    client.GET('/v1/proposals/{id}/answers/{participant}', {
      params: { path: { id: proposal, participant } },
      signal,
    }),
  );
  return (
    <>
      <h2>{t('answer')}</h2>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {answer.data === undefined && answer.error === null ? <Skeleton rows={2} /> : null}
      {answer.data?.answers.length === 0 ? <p>{t('no_answer')}</p> : null}
      <ul className="history">
        {answer.data?.answers.map(({ id, by, answer: { answer: said, answered_on, wishes, avoids } }) => (
          <li key={id}>
            {t('answered', { date: date(answered_on), answer: t(said), by })}{' '}
            {wishes.length === 0 ? null : t('wishes', { wishes: wishes.join(', ') })}{' '}
            {avoids.length === 0 ? null : t('avoids', { avoids: avoids.join(', ') })}
          </li>
        ))}
      </ul>
      <Record proposal={proposal} participant={participant} />
    </>
  );
}

function Record({ proposal, participant }: AnswersProps) {
  const t = useTexts(texts);
  const id = useId();
  const queries = useQueryClient();
  const [said, setSaid] = useState<(typeof words)[number]>('yes');
  const [on, setOn] = useState(today);
  const [wishes, setWishes] = useState('');
  const [avoids, setAvoids] = useState('');
  const keys = (text: string): string[] => text.split(/[\s,]+/).filter((key) => key !== '');
  const record = useChange(
    (_: null, headers) =>
      client.POST('/v1/proposals/{id}/answers', {
        params: { path: { id: proposal } },
        body: { participant, answer: said, wishes: keys(wishes), avoids: keys(avoids), answered_on: on },
        headers,
      }),
    () => {
      setWishes('');
      setAvoids('');
      void queries.invalidateQueries({ queryKey: ['answers', proposal, participant] });
    },
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    record.mutate(null);
  };
  return (
    <details>
      <summary>{t('record')}</summary>
      <form className="card" onSubmit={send}>
        <div className="field">
          <label htmlFor={id}>{t('what')}</label>
          <select
            id={id}
            value={said}
            onChange={({ target }) => setSaid(words.find((word) => word === target.value) ?? 'undecided')}
          >
            {words.map((word) => (
              <option key={word} value={word}>
                {t(word)}
              </option>
            ))}
          </select>
        </div>
        <Field
          label={t('on')}
          type="date"
          required
          value={on}
          onChange={({ target }) => setOn(target.value)}
        />
        <Field label={t('wishes_label')} value={wishes} onChange={({ target }) => setWishes(target.value)} />
        <Field label={t('avoids_label')} value={avoids} onChange={({ target }) => setAvoids(target.value)} />
        {record.error === null ? null : <Failed error={record.error} />}
        <div className="buttons">
          <button type="submit" className="primary" disabled={record.isPending}>
            {t('save')}
          </button>
        </div>
      </form>
    </details>
  );
}
