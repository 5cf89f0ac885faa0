/** An edit as JSON, for whatever its fields do not ask; it is taken over as soon as it can be read. */
import { useState } from 'react';
import { useTexts } from '../../language.tsx';
import { TextArea } from '../../parts/field.tsx';
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
    <TextArea
      isWide
      label={t('as_text')}
      error={isWrong ? t('not_json') : null}
      rows={8}
      spellCheck={false}
      value={text}
      onChange={({ target }) => take(target.value)}
    />
  );
}
