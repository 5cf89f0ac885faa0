/** The edits of a scenario: each a card with its fields; those without a form are written as text. */
import { useId, useState } from 'react';
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useSaid } from '../../parts/said.tsx';
import { EditFields } from './edit-fields.tsx';
import { type EditDraft, type FormKind, formKinds, forms } from './kinds.ts';
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
          // biome-ignore lint/suspicious/noArrayIndexKey: an edit has no name but its place in the list
          <li key={at} className="card">
            <h3>{nameOf(edit.kind)}</h3>
            {isForm(edit.kind) ? (
              <EditFields
                region={region}
                fields={forms[edit.kind]}
                edit={edit}
                onChange={(next) => put(at, next)}
              />
            ) : (
              <AsText edit={edit} onChange={(next) => put(at, next)} />
            )}
            <div className="buttons">
              <button
                type="button"
                className="quiet"
                onClick={() => onChange(edits.filter((_, i) => i !== at))}
              >
                {t('remove', { edit: nameOf(edit.kind) })}
              </button>
            </div>
          </li>
        ))}
      </ol>
      <div className="field">
        <label htmlFor={`${id}-add`}>{t('add')}</label>
        <select
          id={`${id}-add`}
          value=""
          onChange={({ target }) => {
            if (target.value !== '') onChange([...edits, { kind: target.value }]);
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

function isForm(kind: string): kind is FormKind {
  return Object.hasOwn(forms, kind);
}

/** An edit as JSON; it is taken over as soon as it can be read. */
function AsText({
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
