/** One edit as a card: its fields, or the edit as text where somebody writes what no field asks. */
import { useState } from 'react';
import { useTexts } from '../../language.tsx';
import { AsText } from './as-text.tsx';
import { EditFields } from './edit-fields.tsx';
import { type EditDraft, forms, isForm } from './kinds.ts';
import { texts } from './texts.ts';

interface EditCardProps {
  readonly region: string;
  /** What its kind is called. */
  readonly name: string;
  readonly edit: EditDraft;
  /** What is wrong with it, in words. */
  readonly faults: readonly string[];
  /** Leads here from what tells of the faults. */
  readonly id: string;
  readonly onChange: (edit: EditDraft) => void;
  readonly onRemove: () => void;
}

export function EditCard({ region, name, edit, faults, id, onChange, onRemove }: EditCardProps) {
  const t = useTexts(texts);
  const [isText, setIsText] = useState(false);
  const fields = isForm(edit.kind) ? forms[edit.kind] : null;
  return (
    <li className="card" id={id} tabIndex={-1}>
      <h3>{name}</h3>
      {faults.map((fault) => (
        <p key={fault} className="error">
          {fault}
        </p>
      ))}
      {fields === null || isText ? (
        <AsText edit={edit} onChange={onChange} />
      ) : (
        <EditFields region={region} fields={fields} edit={edit} onChange={onChange} />
      )}
      <div className="buttons">
        {fields === null ? null : (
          <button type="button" className="quiet" onClick={() => setIsText(!isText)}>
            {t(isText ? 'to_fields' : 'to_text', { edit: name })}
          </button>
        )}
        <button type="button" className="quiet" onClick={onRemove}>
          {t('remove', { edit: name })}
        </button>
      </div>
    </li>
  );
}
