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
          region={region}
          participant={participant}
          kept={answer.data}
          mayWrite={mayWrite}
          onSent={answer.refetch}
        />
      )}
    </details>
  );
}

const fields = ['name', 'phone', 'email', 'address'] as const;

interface ContactFormProps extends ContactProps {
  readonly kept: Kept;
  /** Fetches what is kept now, whether it was saved or not: somebody else may have saved meanwhile. */
  readonly onSent: () => Promise<unknown>;
}

function ContactForm({ region, participant, kept, mayWrite, onSent }: ContactFormProps) {
  const t = useTexts(texts);
  // Over what is kept, so that what another saves meanwhile shows, and takes nothing away that is typed.
  const [typed, setTyped] = useState<NonNullable<Kept['contact']>>({});
  const contact = { ...kept.contact, ...typed };
  const save = useChange(
    (_: null, headers) =>
      client
        .PUT('/v1/regions/{region}/participants/{participant}/contact', {
          params: { path: { region, participant } },
          body: {
            contact: Object.fromEntries(Object.entries(contact).filter(([, text]) => text !== '')),
            version: kept.version,
          },
          headers,
        })
        .finally(() => onSent()),
    () => setTyped({}),
  );
  const isLate = save.error?.problem?.code === 'changed_meanwhile';
  const isOwn = (field: (typeof fields)[number]): boolean =>
    typed[field] !== undefined && typed[field] !== kept.contact?.[field];
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
          {...(isLate && isOwn(field) && { help: t('kept_now', { text: kept.contact?.[field] ?? '–' }) })}
          onChange={({ target }) => setTyped({ ...typed, [field]: target.value })}
        />
      ))}
      {save.error === null ? null : <Failed error={save.error} />}
      {isLate ? <p className="state">{t('contact_merged')}</p> : null}
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
