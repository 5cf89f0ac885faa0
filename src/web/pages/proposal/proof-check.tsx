/** The button that lets anybody recheck the proof in their own browser, and what was found. */
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import type { ProofAsked, ProofFinding } from './proof-worker.ts';
import { texts } from './texts.ts';

interface ProofCheckProps {
  readonly id: string;
  /** What the page shows, in points. */
  readonly objective: number;
  readonly bound: number;
}

export function ProofCheck({ id, objective, bound }: ProofCheckProps) {
  const t = useTexts(texts);
  const address = `/v1/proposals/${id}/proof`;
  const [finding, setFinding] = useState<ProofFinding | 'none' | 'checking'>('none');
  const worker = useRef<Worker>(null);
  useEffect(() => () => worker.current?.terminate(), []);
  const check = (): void => {
    setFinding('checking');
    worker.current?.terminate();
    const next = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' });
    worker.current = next;
    next.addEventListener('message', ({ data }: MessageEvent<ProofFinding>) => setFinding(data));
    next.addEventListener('error', () => setFinding({ status: 'unfetched' }));
    next.postMessage({ address, objective, bound } satisfies ProofAsked);
  };
  return (
    <section className="proof" aria-labelledby="proof">
      <h2 id="proof">{t('proof')}</h2>
      <p>{t('proof_text')}</p>
      <div className="buttons">
        <button type="button" className="secondary" disabled={finding === 'checking'} onClick={check}>
          {t('check_proof')}
        </button>
        <a className="button quiet" href={address} download={`bevis-${id}.json`}>
          {t('download_proof')}
        </a>
      </div>
      <div role="status">
        {finding === 'none' ? null : finding === 'checking' ? (
          <p>{t('checking')}</p>
        ) : (
          <Finding finding={finding} />
        )}
      </div>
    </section>
  );
}

function Finding({ finding }: { readonly finding: ProofFinding }) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  if (finding.status === 'unfetched') return <p className="state failed">{t('proof_unfetched')}</p>;
  const { people, options, constraints, wrong, onTrust } = finding;
  if (wrong.length > 0) {
    return (
      <div className="state failed">
        <strong>{t('proof_fails')}</strong>
        <ul>
          {wrong.map((text) => (
            <li key={text.sv}>{said(text)}</li>
          ))}
        </ul>
        <p>{t('proof_fails_text')}</p>
      </div>
    );
  }
  return (
    <div className="state good">
      <strong>{t('proof_holds')}</strong>
      <p>
        {t('proof_holds_text', {
          people: number(people),
          options: number(options),
          constraints: number(constraints),
        })}
      </p>
      {onTrust.map((text) => (
        <p key={text.sv}>{said(text)}</p>
      ))}
    </div>
  );
}
