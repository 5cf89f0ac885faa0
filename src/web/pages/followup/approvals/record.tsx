/** Recording an ethical approval: without one nobody compares outcomes through the lottery. */
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../language.tsx';
import { Field } from '../../../parts/field.tsx';
import { Failed } from '../../../parts/states.tsx';
import { texts } from './texts.ts';
import { useRecordApproval } from './use-record.ts';

const nothing = { authority: '', reference: '', decided_on: '', valid_until: '' };

interface RecordApprovalProps {
  readonly region: string;
  readonly onRecorded: () => void;
}

export function RecordApproval({ region, onRecorded }: RecordApprovalProps) {
  const t = useTexts(texts);
  const [given, setGiven] = useState(nothing);
  const record = useRecordApproval(region, () => {
    setGiven(nothing);
    onRecorded();
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const { valid_until, ...approval } = given;
    record.mutate({ ...approval, ...(valid_until !== '' && { valid_until }) });
  };
  const field = (name: keyof typeof nothing, type: 'text' | 'date', isRequired = true) => (
    <Field
      label={t(name)}
      type={type}
      required={isRequired}
      maxLength={200}
      value={given[name]}
      onChange={({ target }) => setGiven({ ...given, [name]: target.value })}
    />
  );
  return (
    <details className="unprinted">
      <summary>{t('record')}</summary>
      <form className="card" onSubmit={send}>
        {field('authority', 'text')}
        {field('reference', 'text')}
        {field('decided_on', 'date')}
        {field('valid_until', 'date', false)}
        {record.error === null ? null : <Failed error={record.error} />}
        <div className="buttons">
          <button type="submit" className="secondary" disabled={record.isPending}>
            {t('save')}
          </button>
          <span role="status">{record.isSuccess ? t('saved') : null}</span>
        </div>
      </form>
    </details>
  );
}
