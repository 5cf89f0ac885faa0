/** The ethical approvals on record, and recording one: without it nobody compares outcomes through the lottery. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client, useAnswer, useChange } from '../../../api/client.tsx';
import { useTexts } from '../../../language.tsx';
import { Field } from '../../../parts/field.tsx';
import { useFormats } from '../../../parts/formats.tsx';
import { Failed } from '../../../parts/states.tsx';
import { mayDo, useWho } from '../../../session/session.tsx';
import { texts } from './texts.ts';

export function Approvals({ region }: { readonly region: string }) {
  const t = useTexts(texts);
  const who = useWho();
  const { date } = useFormats();
  const answer = useAnswer(['approvals', region], (signal) =>
    client.GET('/v1/regions/{region}/followup/approvals', { params: { path: { region } }, signal }),
  );
  if (answer.error !== null) return <Failed error={answer.error} retry={answer.refetch} />;
  return (
    <>
      <h3>{t('heading')}</h3>
      {answer.data?.length === 0 ? <p>{t('none')}</p> : null}
      <ul>
        {answer.data?.map(({ authority, reference, decided_on }) => (
          <li key={`${reference} ${decided_on}`}>
            {t('approved', { authority, reference, date: date(decided_on) })}
          </li>
        ))}
      </ul>
      {mayDo(who, 'lottery.approve', region) ? <Record region={region} /> : null}
    </>
  );
}

const nothing = { authority: '', reference: '', decided_on: '' };

function Record({ region }: { readonly region: string }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [approval, setApproval] = useState(nothing);
  const record = useChange(
    (given: typeof nothing, headers) =>
      client.POST('/v1/regions/{region}/followup/approvals', {
        params: { path: { region } },
        body: given,
        headers,
      }),
    () => {
      setApproval(nothing);
      void queries.invalidateQueries();
    },
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    record.mutate(approval);
  };
  const field = (name: keyof typeof nothing, type: 'text' | 'date') => (
    <Field
      label={t(name)}
      type={type}
      required
      maxLength={200}
      value={approval[name]}
      onChange={({ target }) => setApproval({ ...approval, [name]: target.value })}
    />
  );
  return (
    <details className="unprinted">
      <summary>{t('record')}</summary>
      <form className="card" onSubmit={send}>
        {field('authority', 'text')}
        {field('reference', 'text')}
        {field('decided_on', 'date')}
        {record.error === null ? null : <Failed error={record.error} />}
        <div className="buttons">
          <button type="submit" className="secondary" disabled={record.isPending}>
            {t('save')}
          </button>
          <span role="status">{record.isSuccess ? t('saved') : null}</span>
        </div>
      </form>
    </details>
  );
}
