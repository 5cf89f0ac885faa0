/** How things are weighed: each weight as a slider, what it does to one example pair as it is moved, and saving it as a version. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { client, useAnswer, useChange } from '../../api/client.tsx';
import type { schemas } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { Behind } from './behind.tsx';
import { Example } from './example.tsx';
import { type Clash, clashesOf, laidOver } from './laid-over.ts';
import { LearntChance } from './learnt-chance.tsx';
import { Numbers } from './numbers.tsx';
import { texts } from './texts.ts';
import { Weights } from './weights.tsx';

type Policy = schemas['Policy'];

export default function PolicyPage() {
  const t = useTexts(texts);
  const { region = '' } = useParams();
  const answer = useAnswer(['policy', region], (signal) =>
    client.GET('/v1/regions/{region}/policies/{number}', {
      params: { path: { region, number: 'current' } },
      signal,
    }),
  );
  return (
    <>
      <p className="back">
        <Link href={`/r/${region}/data`}>{t('back')}</Link>
      </p>
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {answer.data === undefined && answer.error === null ? <Skeleton rows={10} /> : null}
      {answer.data === undefined ? null : (
        <Editor
          region={region}
          number={answer.data.number}
          createdAt={answer.data.createdAt}
          kept={answer.data.policy}
        />
      )}
    </>
  );
}

interface EditorProps {
  readonly region: string;
  readonly number: number;
  readonly createdAt: string;
  readonly kept: Policy;
}

function Editor({ region, number, createdAt, kept }: EditorProps) {
  const t = useTexts(texts);
  const who = useWho();
  const { time } = useFormats();
  const queries = useQueryClient();
  // The version that the changes lie over: a newer one takes its place, and what both changed is told.
  const [begun, setBegun] = useState({ number, kept });
  const [policy, setPolicy] = useState(kept);
  const [clashes, setClashes] = useState<readonly Clash[] | null>(null);
  const [note, setNote] = useState('');
  const mayWrite = mayDo(who, 'policy.write', region);
  const isChanged = JSON.stringify(policy) !== JSON.stringify(begun.kept);
  const takeNewest = (): void => {
    setBegun({ number, kept });
    setPolicy(kept);
    setClashes(null);
  };
  if (number > begun.number) {
    takeNewest();
    if (isChanged) {
      setPolicy(laidOver(kept, policy, begun.kept));
      setClashes(clashesOf(kept, policy, begun.kept));
    }
  }
  const save = useChange(
    (changed: Policy, headers) =>
      client
        .POST('/v1/regions/{region}/policies', {
          params: { path: { region } },
          body: { policy: changed, expectedNumber: number, note },
          headers,
        })
        .finally(() => void queries.invalidateQueries({ queryKey: ['policy', region] })),
    (saved, changed) => {
      setBegun({ number: saved.number, kept: changed });
      setClashes(null);
      setNote('');
      void queries.invalidateQueries();
    },
  );
  return (
    <>
      <p>{t('version', { number, time: time(createdAt) })}</p>
      <div className="side-by-side">
        <fieldset disabled={!mayWrite}>
          <Weights policy={policy} onChange={setPolicy} />
          <LearntChance region={region} policy={policy} onChange={setPolicy} />
          <Numbers policy={policy} onChange={setPolicy} />
        </fieldset>
        <Example region={region} policy={policy} />
      </div>
      {mayWrite ? (
        <>
          <Field
            label={t('note')}
            value={note}
            maxLength={500}
            onChange={({ target }) => setNote(target.value)}
          />
          {save.error === null ? null : <Failed error={save.error} />}
          {clashes === null ? null : <Behind number={number} createdAt={createdAt} clashes={clashes} />}
          <div className="buttons">
            <button
              type="button"
              className="primary"
              disabled={!isChanged || save.isPending}
              onClick={() => save.mutate(policy)}
            >
              {t('save')}
            </button>
            <button
              type="button"
              className="secondary"
              disabled={!isChanged}
              onClick={() => {
                save.reset();
                takeNewest();
              }}
            >
              {t('undo')}
            </button>
          </div>
          <p className="help">{t('save_text')}</p>
        </>
      ) : null}
    </>
  );
}
