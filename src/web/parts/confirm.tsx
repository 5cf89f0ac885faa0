/** Asks before something is done that cannot be undone. The browser's own dialog keeps the focus inside, and gives it back. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTexts } from '../language.tsx';
import { texts } from './texts.ts';

interface ConfirmProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The word on the button that does it. */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Shown while it is rendered. */
export function Confirm({ title, children, action, onConfirm, onClose }: ConfirmProps) {
  const t = useTexts(texts);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      <div className="buttons">
        <button type="button" className="secondary" onClick={onClose}>
          {t('cancel')}
        </button>
        <button type="button" className="primary" onClick={onConfirm}>
          {action}
        </button>
      </div>
    </dialog>
  );
}
