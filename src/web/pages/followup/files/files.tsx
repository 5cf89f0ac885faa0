/** Outcomes, promises and what was agreed on as files: read in after a look at what they would add, and taken out. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { client, useChange } from '../../../api/client.tsx';
import { useTexts } from '../../../language.tsx';
import { Faults } from '../../../parts/faults.tsx';
import { Failed } from '../../../parts/states.tsx';
import { mayDo, useWho } from '../../../session/session.tsx';
import { texts } from './texts.ts';

export function Files({ region }: { readonly region: string }) {
  const t = useTexts(texts);
  const who = useWho();
  const [mayImport, mayExport] = [mayDo(who, 'outcome.import', region), mayDo(who, 'outcome.export', region)];
  if (!mayImport && !mayExport) return null;
  return (
    <section className="unprinted" aria-labelledby="files">
      <h2 id="files">{t('heading')}</h2>
      <p className="prose">{t('text')}</p>
      {mayExport ? (
        <a className="button quiet" href={`/v1/regions/${region}/followup/export`} download>
          {t('take_out')}
        </a>
      ) : null}
      {mayImport ? <ReadIn region={region} /> : null}
    </section>
  );
}

interface Given {
  readonly file: File;
  readonly preview: 'true' | 'false';
}

function useSend(region: string, onDone?: () => void) {
  return useChange(
    ({ file, preview }: Given, headers) =>
      client.POST('/v1/regions/{region}/followup/imports', {
        params: { path: { region }, query: { preview } },
        body: file,
        bodySerializer: (body) => body,
        headers: { ...headers, 'content-type': 'application/zip' },
      }),
    onDone,
  );
}

function ReadIn({ region }: { readonly region: string }) {
  const t = useTexts(texts);
  const id = useId();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const look = useSend(region);
  const keep = useSend(region, () => {
    look.reset();
    setFile(null);
    void queries.invalidateQueries();
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    keep.reset();
    if (file !== null) look.mutate({ file, preview: 'true' });
  };
  const { data: found } = look;
  return (
    <form className="card" onSubmit={send}>
      <div className="field">
        <label htmlFor={id}>{t('file')}</label>
        <input
          id={id}
          // A file that was read in is let go of.
          key={keep.isSuccess ? 'read' : 'chosen'}
          type="file"
          required
          accept=".zip"
          onChange={({ target }) => {
            look.reset();
            setFile(target.files?.[0] ?? null);
          }}
        />
      </div>
      <div className="buttons">
        <button type="submit" className="secondary" disabled={look.isPending}>
          {t(look.isPending ? 'looking' : 'look')}
        </button>
      </div>
      {look.error === null ? null : <Failed error={look.error} />}
      <Faults error={look.error} />
      {found === undefined ? null : (
        <div className="state" role="status">
          <p>{t('would_add', { count: found.outcomes.added })}</p>
          <ul>
            <li>{t('known', { count: found.outcomes.known })}</li>
            <li>{t('agreements', { count: found.agreements })}</li>
          </ul>
          <div className="buttons">
            <button
              type="button"
              className="primary"
              disabled={keep.isPending || file === null}
              onClick={() => file !== null && keep.mutate({ file, preview: 'false' })}
            >
              {t('keep')}
            </button>
          </div>
        </div>
      )}
      {keep.error === null ? null : <Failed error={keep.error} />}
      {keep.data === undefined ? null : (
        <p role="status">{t('added', { count: keep.data.outcomes.added })}</p>
      )}
    </form>
  );
}
