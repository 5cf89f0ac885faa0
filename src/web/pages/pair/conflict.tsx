/** Somebody was first with the pair: it is shown as it is now, and whoever was second chooses whether to go on. */
import { stepNames } from '../../../domain/pair-words.ts';
import { useTexts } from '../../language.tsx';
import { useSaid } from '../../parts/said.tsx';
import type { Pair } from './answers.ts';
import { texts } from './texts.ts';

interface ConflictProps {
  readonly step: Pair['steps'][number];
  /** Whether the step has a form: that sends it again. */
  readonly isOpen: boolean;
  /** Whether the step still leads somewhere from where the pair is now. */
  readonly isPossible: boolean;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

export function Conflict({ step, isOpen, isPossible, onAgain, onClose }: ConflictProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const name = said(stepNames[step]);
  if (isOpen) return isPossible ? <p className="state">{t('conflict_form', { step: name })}</p> : null;
  return (
    <div className="state">
      <p>{t(isPossible ? 'conflict_again' : 'conflict_over', { step: name })}</p>
      <div className="buttons">
        {isPossible ? (
          <button type="button" className="secondary" onClick={onAgain}>
            {t('do_anyway', { step: name })}
          </button>
        ) : null}
        <button type="button" className="secondary" onClick={onClose}>
          {t('leave_it')}
        </button>
      </div>
    </div>
  );
}
