/** A scenario, written by forms: its edits one by one, what they would change, and saving it as a version. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { client, useAnswer, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import type { Scenario } from './answers.ts';
import { EditList } from './edit-list.tsx';
import { FaultSummary } from './fault-summary.tsx';
import { faultsOfEdits } from './faults.ts';
import type { EditDraft } from './kinds.ts';
import { Preview, usePreview } from './preview.tsx';
import { texts } from './texts.ts';

interface Draft {
  readonly name: string;
  readonly edits: readonly EditDraft[];
}

export default function ScenarioPage() {
  const t = useTexts(texts);
  const { region = '', scenario: id = null } = useParams();
  const kept = useAnswer(
    ['scenario', id],
    (signal) => client.GET('/v1/scenarios/{id}', { params: { path: { id: id ?? '' } }, signal }),
    { enabled: id !== null },
  );
  const scenario = kept.data?.scenario;
  return (
    <>
      <p className="back">
        <Link href={`/r/${region}/scenarier`}>{t('back')}</Link>
      </p>
      <PageHeading lead={t('lead')}>{scenario?.name.sv ?? t('heading')}</PageHeading>
      {kept.error === null ? null : <Failed error={kept.error} retry={kept.refetch} />}
      {id !== null && scenario === undefined && kept.error === null ? <Skeleton rows={6} /> : null}
      {id !== null && scenario === undefined ? null : (
        <Editor
          region={region}
          id={id}
          number={kept.data?.number ?? 0}
          start={{ name: scenario?.name.sv ?? '', edits: scenario?.edits ?? [] }}
        />
      )}
    </>
  );
}

interface EditorProps {
  readonly region: string;
  /** Null for one that is not saved yet. */
  readonly id: string | null;
  readonly number: number;
  readonly start: Draft;
}

function Editor({ region, id, number, start }: EditorProps) {
  const t = useTexts(texts);
  const who = useWho();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [draft, setDraft, dropDraft] = useKeptDraft(`scenario ${region} ${id ?? 'new'} ${number}`, start);
  const [shown, setShown] = useState<Scenario | null>(null);
  const preview = usePreview(region, shown);
  const isNew = draft.name.trim() === '';
  const save = useChange(
    (scenario: Scenario, headers) =>
      id === null
        ? client.POST('/v1/regions/{region}/scenarios', {
            params: { path: { region } },
            body: { scenario },
            headers,
          })
        : client
            .POST('/v1/scenarios/{id}/versions', {
              params: { path: { id } },
              body: { scenario, expectedNumber: number },
              headers,
            })
            .then(({ data }) => ({ data: data && { id, ...data } })),
    (saved) => {
      dropDraft();
      void queries.invalidateQueries();
      if (saved !== undefined) navigate(`/r/${region}/scenarier/${saved.id}`);
    },
  );
  const forget = (): void => {
    setShown(null);
    save.reset();
  };
  const found = preview.isPlaceholderData ? undefined : preview.data;
  const told = [
    ...(found?.status === 'conflict' ? found.faults : []),
    ...[preview.error, save.error].flatMap((error) => error?.problem?.faults ?? []),
  ];
  const faults = shown === null && save.error === null ? [] : faultsOfEdits(told);
  return (
    <>
      <Field
        label={t('name')}
        required
        maxLength={200}
        value={draft.name}
        onChange={({ target }) => setDraft({ ...draft, name: target.value })}
      />
      <EditList
        region={region}
        edits={draft.edits}
        faults={faults}
        onChange={(edits) => {
          // What was told of the third edit is about another once one before it is gone.
          if (edits.length !== draft.edits.length) forget();
          setDraft({ ...draft, edits });
        }}
      />
      {faults.length === 0 ? null : (
        <FaultSummary key={JSON.stringify(faults)} faults={faults} edits={draft.edits} />
      )}
      {faults.length > 0 || save.error === null ? null : <Failed error={save.error} />}
      <div className="buttons">
        <button type="button" className="secondary" onClick={() => setShown(scenarioOf(draft, t('unnamed')))}>
          {t('preview')}
        </button>
        {mayDo(who, 'scenario.write', region) ? (
          <button
            type="button"
            className="primary"
            disabled={isNew || save.isPending}
            onClick={() => save.mutate(scenarioOf(draft, t('unnamed')))}
          >
            {t(id === null ? 'save' : 'save_version')}
          </button>
        ) : null}
      </div>
      {preview.error === null || faults.length > 0 ? null : (
        <Failed error={preview.error} retry={preview.refetch} />
      )}
      {shown !== null && found === undefined && preview.error === null ? <Skeleton rows={3} /> : null}
      {found?.status === 'applied' ? <Preview difference={found.difference} /> : null}
    </>
  );
}

/** The document as the service reads it, which says what is wrong with it; fields left empty are left out. */
function scenarioOf({ name, edits }: Draft, unnamed: string): Scenario {
  const title = name.trim() || unnamed;
  const filled = edits.map((edit) =>
    Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== '' && !Number.isNaN(value))),
  );
  return JSON.parse(
    JSON.stringify({ format: 'resursutbyte/scenario@1', name: { sv: title, en: title }, edits: filled }),
  );
}

/** A draft that outlives a reload until it is dropped, in this window only; a scenario holds nothing of a person. */
function useKeptDraft(key: string, start: Draft) {
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = sessionStorage.getItem(key);
    return kept === null ? start : JSON.parse(kept);
  });
  useEffect(() => {
    sessionStorage.setItem(key, JSON.stringify(draft));
  }, [key, draft]);
  const dropDraft = (): void => sessionStorage.removeItem(key);
  return [draft, setDraft, dropDraft] as const;
}
