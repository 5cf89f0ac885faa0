/** The edits of a scenario: each a card, and a choice of one more. */
import { useId, useState } from 'react';
import { useTexts } from '../../language.tsx';
import { useSaid } from '../../parts/said.tsx';
import { EditCard } from './edit-card.tsx';
import { useEditKinds, useEditName } from './edit-names.ts';
import { cardId, type EditFault } from './faults.ts';
import { type EditDraft, formKinds, isForm, newEdit } from './kinds.ts';
import { texts } from './texts.ts';

interface EditListProps {
  readonly region: string;
  readonly edits: readonly EditDraft[];
  /** What is wrong with them, as it was last told. */
  readonly faults: readonly EditFault[];
  readonly onChange: (edits: readonly EditDraft[]) => void;
}

export function EditList({ region, edits, faults, onChange }: EditListProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const id = useId();
  const kinds = useEditKinds();
  const nameOf = useEditName();
  const [removed, setRemoved] = useState(0);
  const put = (at: number, edit: EditDraft): void => onChange(edits.map((old, i) => (i === at ? edit : old)));
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('edits')}</h2>
      <ol className="edits">
        {edits.map((edit, at) => (
          <EditCard
            // biome-ignore lint/suspicious/noArrayIndexKey: an edit has no name but its place in a list that none was removed from since; what a card holds never passes to another edit
            key={`${removed} ${at}`}
            region={region}
            name={nameOf(edit.kind)}
            edit={edit}
            id={cardId(at)}
            faults={faults.filter((fault) => fault.at === at).map(({ message }) => said(message))}
            onChange={(next) => put(at, next)}
            onRemove={() => {
              setRemoved(removed + 1);
              onChange(edits.filter((_, i) => i !== at));
            }}
          />
        ))}
      </ol>
      <div className="field">
        <label htmlFor={`${id}-add`}>{t('add')}</label>
        <select
          id={`${id}-add`}
          value=""
          onChange={({ target }) => {
            if (target.value !== '') onChange([...edits, newEdit(target.value)]);
          }}
        >
          <option value="">{t('choose')}</option>
          {[...formKinds, ...otherKinds(kinds)].map((kind) => (
            <option key={kind} value={kind}>
              {nameOf(kind)}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}

function otherKinds(kinds: readonly { readonly kind: string }[] | undefined): readonly string[] {
  return (kinds ?? []).map(({ kind }) => kind).filter((kind) => !isForm(kind));
}
