/** What stands where data are not: they are on their way, there are none, or they did not come. */
import type { ReactNode } from 'react';
import type { RequestFailure } from '../api/failure.ts';
import { useTexts } from '../language.tsx';
import { useSaid } from './said.tsx';
import { texts } from './texts.ts';

export function Skeleton({ rows }: { readonly rows: number }) {
  const t = useTexts(texts);
  return (
    <div role="status" className="skeleton">
      <span className="unseen">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <span key={row} aria-hidden="true" className="bar" />
      ))}
    </div>
  );
}

export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="state empty">{children}</p>;
}

/** What went wrong and what to do about it, in the service's own words where it gave any. */
export function Failed({ error, retry }: { readonly error: RequestFailure; readonly retry?: () => unknown }) {
  const t = useTexts(texts);
  const { problem, kind } = error;
  const said = useSaid();
  const own = kind === 'unreachable' ? 'unreachable' : 'fault';
  // Those in files have a table of their own.
  const asked = problem?.faults?.filter(({ file }) => file === 'body') ?? [];
  return (
    <section role="alert" className="state failed">
      <strong>{problem?.title ?? t(own)}</strong>
      <p>{problem === null ? t(`${own}_text`) : `${problem.detail} ${problem.action}`}</p>
      {asked.length === 0 ? null : (
        <ul>
          {asked.map(({ column, message }) => (
            <li key={`${column} ${message.sv}`}>
              {column === null ? null : `${column}: `}
              {said(message)}
            </li>
          ))}
        </ul>
      )}
      {retry === undefined ? null : (
        <button type="button" className="secondary" onClick={() => void retry()}>
          {t('retry')}
        </button>
      )}
    </section>
  );
}
