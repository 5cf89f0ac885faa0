/** The edits of a scenario: each a card, and a choice of one more. */
import { useId } from 'react';
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useSaid } from '../../parts/said.tsx';
import { EditCard } from './edit-card.tsx';
import { type EditDraft, formKinds, isForm, newEdit } from './kinds.ts';
import { texts } from './texts.ts';

interface EditListProps {
  readonly region: string;
  readonly edits: readonly EditDraft[];
  readonly onChange: (edits: readonly EditDraft[]) => void;
}

export function EditList({ region, edits, onChange }: EditListProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const id = useId();
  const kinds = useAnswer(['scenario-edits'], (signal) => client.GET('/v1/scenario-edits', { signal })).data;
  const nameOf = (kind: string): string => {
    const name = kinds?.find((one) => one.kind === kind)?.name;
    return name === undefined ? kind : said(name);
  };
  const put = (at: number, edit: EditDraft): void => onChange(edits.map((old, i) => (i === at ? edit : old)));
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('edits')}</h2>
      <ol className="edits">
        {edits.map((edit, at) => (
          <EditCard
            // biome-ignore lint/suspicious/noArrayIndexKey: an edit has no name but its place in a list so long; what a card holds never passes to another edit
            key={`${edits.length} ${at}`}
            region={region}
            name={nameOf(edit.kind)}
            edit={edit}
            onChange={(next) => put(at, next)}
            onRemove={() => onChange(edits.filter((_, i) => i !== at))}
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
