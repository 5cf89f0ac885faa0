/** A workbook or a zipped folder, looked over before it becomes a version: what it changes, or every fault by its cell. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { client, useChange } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { Faults } from '../../parts/faults.tsx';
import { Field } from '../../parts/field.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Failed } from '../../parts/states.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { texts } from './texts.ts';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function Import({ region }: { readonly region: string }) {
  const t = useTexts(texts);
  const said = useSaid();
  const id = useId();
  const who = useWho();
  const { time } = useFormats();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [note, setNote] = useState('');
  const preview = useChange((chosen: File) =>
    client.POST('/v1/regions/{region}/uploads', {
      params: { path: { region } },
      body: chosen,
      bodySerializer: (body) => body,
      headers: { 'content-type': chosen.name.endsWith('.zip') ? 'application/zip' : workbook },
    }),
  );
  const confirm = useChange(
    ({ upload, follows }: { readonly upload: string; readonly follows: number }, headers) =>
      client.POST('/v1/regions/{region}/versions', {
        params: { path: { region } },
        body: { upload, expectedVersion: follows, note },
        headers,
      }),
    () => {
      preview.reset();
      setFile(null);
      setNote('');
      void queries.invalidateQueries();
    },
  );
  const look = (event: FormEvent): void => {
    event.preventDefault();
    confirm.reset();
    if (file !== null) preview.mutate(file);
  };
  const { data: found, error } = preview;
  return (
    <section className="card ask" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('import')}</h2>
      <p>
        {t('import_text')}{' '}
        <a href="/v1/template" download>
          {t('template')}
        </a>
      </p>
      <form className="fields" onSubmit={look}>
        <div className="field">
          <label htmlFor={id}>{t('file')}</label>
          <input
            id={id}
            type="file"
            required
            accept=".xlsx,.zip"
            onChange={({ target }) => {
              preview.reset();
              setFile(target.files?.[0] ?? null);
            }}
          />
        </div>
        <div className="buttons">
          <button type="submit" className="secondary" disabled={preview.isPending}>
            {t(preview.isPending ? 'looking' : 'look')}
          </button>
        </div>
      </form>
      {error === null ? null : <Failed error={error} />}
      <Faults error={error} />
      {found === undefined ? null : (
        <div className="state" role="status">
          <strong>{said(found.difference.summary)}</strong>
          <ul>
            {found.difference.tables
              .filter(({ counts }) => counts.added + counts.removed + counts.changed > 0)
              .map(({ table, counts: { added, removed, changed } }) => (
                <li key={table}>{t('table_changes', { table, added, removed, changed })}</li>
              ))}
          </ul>
          <p>{t('expires', { time: time(found.expiresAt) })}</p>
          {mayDo(who, 'region.import', region) ? (
            <>
              <Field
                label={t('note')}
                value={note}
                maxLength={500}
                onChange={({ target }) => setNote(target.value)}
              />
              <div className="buttons">
                <button
                  type="button"
                  className="primary"
                  disabled={confirm.isPending}
                  onClick={() => confirm.mutate(found)}
                >
                  {t('confirm')}
                </button>
              </div>
            </>
          ) : null}
        </div>
      )}
      {confirm.error === null ? null : <Failed error={confirm.error} />}
      {confirm.data === undefined ? null : (
        <p role="status">{t('confirmed', { version: confirm.data.number })}</p>
      )}
    </section>
  );
}
