/** An edit as JSON, for whatever its fields do not ask; it is taken over as soon as it can be read. */
import { useId, useState } from 'react';
import { useTexts } from '../../language.tsx';
import type { EditDraft } from './kinds.ts';
import { texts } from './texts.ts';

export function AsText({
  edit,
  onChange,
}: {
  readonly edit: EditDraft;
  readonly onChange: (edit: EditDraft) => void;
}) {
  const t = useTexts(texts);
  const id = useId();
  const [text, setText] = useState(() => JSON.stringify(edit, null, 2));
  const [isWrong, setIsWrong] = useState(false);
  const take = (written: string): void => {
    setText(written);
    try {
      const read: unknown = JSON.parse(written);
      const isEdit = typeof read === 'object' && read !== null && 'kind' in read && read.kind === edit.kind;
      setIsWrong(!isEdit);
      if (isEdit) onChange({ ...read, kind: edit.kind });
    } catch {
      setIsWrong(true);
    }
  };
  return (
    <div className="field wide">
      <label htmlFor={id}>{t('as_text')}</label>
      <textarea
        id={id}
        rows={8}
        spellCheck={false}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        value={text}
        onChange={({ target }) => take(target.value)}
      />
      {isWrong ? (
        <span id={`${id}-wrong`} className="error">
          {t('not_json')}
        </span>
      ) : null}
    </div>
  );
}
