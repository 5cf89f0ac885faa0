/** What is wrong with the edits, together, each with a way to where it is put right. It takes the focus when it comes. */
import { useEffect, useRef } from 'react';
import { useTexts } from '../../language.tsx';
import { useSaid } from '../../parts/said.tsx';
import { useEditName } from './edit-names.ts';
import { cardId, type EditFault } from './faults.ts';
import type { EditDraft } from './kinds.ts';
import { texts } from './texts.ts';

interface FaultSummaryProps {
  readonly faults: readonly EditFault[];
  readonly edits: readonly EditDraft[];
}

export function FaultSummary({ faults, edits }: FaultSummaryProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const nameOf = useEditName();
  const summary = useRef<HTMLElement>(null);
  useEffect(() => summary.current?.focus(), []);
  return (
    <section role="alert" className="state failed" ref={summary} tabIndex={-1}>
      <strong>{t('faults')}</strong>
      <ul>
        {faults.map(({ at, message }) => (
          <li key={`${at} ${message.sv}`}>
            {at === null ? (
              said(message)
            ) : (
              <a href={`#${cardId(at)}`}>
                {t('fault_at', {
                  number: at + 1,
                  edit: nameOf(edits[at]?.kind ?? ''),
                  message: said(message),
                })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
