/** The objections that wait for an answer, each opened and answered here. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useParams } from 'wouter';
import { client, useAnswer, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { TextArea } from '../../parts/field.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { Empty, Failed, Skeleton } from '../../parts/states.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { texts } from './texts.ts';

export default function Contests() {
  const t = useTexts(texts);
  const { region = '' } = useParams();
  const answer = useAnswer(['contests', region], (signal) =>
    client.GET('/v1/regions/{region}/contests', {
      params: { path: { region }, query: { onlyOpen: 'true' } },
      signal,
    }),
  );
  // One that somebody is answering stays, also when another has answered it meanwhile: nothing that is typed is taken away.
  const [begun, setBegun] = useState<ReadonlySet<string>>(new Set());
  const waiting = answer.data?.cases.map(({ id }) => id) ?? [];
  const shown = [...waiting, ...[...begun].filter((id) => !waiting.includes(id))];
  const mark = (id: string, isBegun: boolean): void => {
    if (isBegun !== begun.has(id))
      setBegun(isBegun ? begun.union(new Set([id])) : begun.difference(new Set([id])));
  };
  return (
    <>
      <p className="back">
        <Link href={`/r/${region}/personer`}>{t('back')}</Link>
      </p>
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {answer.data === undefined && answer.error === null ? <Skeleton rows={4} /> : null}
      {answer.data !== undefined && shown.length === 0 ? <Empty>{t('none')}</Empty> : null}
      {shown.map((id) => (
        <Case key={id} region={region} id={id} onWrite={(isBegun) => mark(id, isBegun)} />
      ))}
    </>
  );
}

interface CaseProps {
  readonly region: string;
  readonly id: string;
  readonly onWrite: (isBegun: boolean) => void;
}

function Case({ region, id, onWrite }: CaseProps) {
  const t = useTexts(texts);
  const { time } = useFormats();
  const queries = useQueryClient();
  const [written, setWritten] = useState('');
  const opened = useAnswer(['contest', id], (signal) =>
    client.GET('/v1/contests/{id}', { params: { path: { id } }, signal }),
  );
  const answer = useChange(
    (version: number, headers) =>
      client
        .POST('/v1/contests/{id}/answer', {
          params: { path: { id } },
          body: { version, answer: written },
          headers,
        })
        // Also where it was refused: another may have answered it, and then it no longer waits.
        .finally(() => {
          for (const key of [
            ['contest', id],
            ['contests', region],
          ])
            void queries.invalidateQueries({ queryKey: key });
        }),
    () => onWrite(false),
  );
  if (opened.data === undefined)
    return opened.error === null ? (
      <Skeleton rows={3} />
    ) : (
      <Failed error={opened.error} retry={opened.refetch} />
    );
  const { participant, proposal, question, openedAt, version, answer: given, answeredAt } = opened.data;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    answer.mutate(version);
  };
  return (
    <form className="card ask" onSubmit={send}>
      <h2>{t('from', { participant, time: time(openedAt) })}</h2>
      <blockquote>{question}</blockquote>
      <p>
        <Link href={`/r/${region}/forslag/${proposal}/par/${participant}`}>{t('pair')}</Link>
      </p>
      <TextArea
        label={t('answer')}
        rows={3}
        required
        maxLength={2000}
        value={written}
        onChange={({ target }) => {
          setWritten(target.value);
          onWrite(target.value !== '');
        }}
      />
      {answer.error === null ? null : <Failed error={answer.error} />}
      {answeredAt === null ? null : (
        <div className="state" role="status">
          <p>{t('answered', { time: time(answeredAt) })}</p>
          <blockquote>{given}</blockquote>
        </div>
      )}
      <div className="buttons">
        {answeredAt === null ? (
          <button type="submit" className="primary" disabled={answer.isPending}>
            {t('send')}
          </button>
        ) : (
          <button type="button" className="secondary" onClick={() => onWrite(false)}>
            {t('close')}
          </button>
        )}
      </div>
    </form>
  );
}
