/** Name and contact, asked for only when somebody opens it: each reading of it is logged. */
import { type FormEvent, useState } from 'react';
import { client, useAnswer, useChange } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { texts } from './texts.ts';

type Kept =
  paths['/v1/regions/{region}/participants/{participant}/contact']['get']['responses'][200]['content']['application/json'];

interface ContactProps {
  readonly region: string;
  readonly participant: string;
  readonly mayWrite: boolean;
}

export function Contact({ region, participant, mayWrite }: ContactProps) {
  const t = useTexts(texts);
  const [isOpen, setIsOpen] = useState(false);
  const answer = useAnswer(
    ['contact', region, participant],
    (signal) =>
      client.GET('/v1/regions/{region}/participants/{participant}/contact', {
        params: { path: { region, participant } },
        signal,
      }),
    { enabled: isOpen },
  );
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t('contact')}</summary>
      <p className="help">{t('contact_text')}</p>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {answer.data === undefined && answer.error === null ? <Skeleton rows={4} /> : null}
      {answer.data === undefined ? null : (
        <ContactForm
          key={answer.data.version}
          region={region}
          participant={participant}
          kept={answer.data}
          mayWrite={mayWrite}
          onSaved={() => void answer.refetch()}
        />
      )}
    </details>
  );
}

const fields = ['name', 'phone', 'email', 'address'] as const;

interface ContactFormProps extends ContactProps {
  readonly kept: Kept;
  readonly onSaved: () => void;
}

function ContactForm({ region, participant, kept, mayWrite, onSaved }: ContactFormProps) {
  const t = useTexts(texts);
  const [contact, setContact] = useState(kept.contact ?? {});
  const save = useChange(
    (_: null, headers) =>
      client.PUT('/v1/regions/{region}/participants/{participant}/contact', {
        params: { path: { region, participant } },
        body: {
          contact: Object.fromEntries(Object.entries(contact).filter(([, text]) => text !== '')),
          version: kept.version,
        },
        headers,
      }),
    onSaved,
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(null);
  };
  return (
    <form className="card" onSubmit={send}>
      {fields.map((field) => (
        <Field
          key={field}
          label={t(field)}
          readOnly={!mayWrite}
          autoComplete="off"
          value={contact[field] ?? ''}
          onChange={({ target }) => setContact({ ...contact, [field]: target.value })}
        />
      ))}
      {save.error === null ? null : <Failed error={save.error} />}
      {mayWrite ? (
        <div className="buttons">
          <button type="submit" className="primary" disabled={save.isPending}>
            {t('save_contact')}
          </button>
          <span role="status">{save.isSuccess ? t('saved') : null}</span>
        </div>
      ) : null}
    </form>
  );
}
