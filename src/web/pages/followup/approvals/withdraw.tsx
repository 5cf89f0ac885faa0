/** Putting on record that an approval has been withdrawn; what was compared while it stood can still be told of. */
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../language.tsx';
import { Field } from '../../../parts/field.tsx';
import { Failed } from '../../../parts/states.tsx';
import type { Approval } from './answers.ts';
import { texts } from './texts.ts';
import { useRecordApproval } from './use-record.ts';

interface WithdrawApprovalProps {
  readonly region: string;
  readonly approval: Approval;
  readonly onRecorded: () => void;
}

export function WithdrawApproval({ region, approval, onRecorded }: WithdrawApprovalProps) {
  const t = useTexts(texts);
  const [day, setDay] = useState('');
  const record = useRecordApproval(region, onRecorded);
  const { authority, reference, decided_on, valid_until } = approval;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const until = valid_until === undefined ? {} : { valid_until };
    record.mutate({ authority, reference, decided_on, ...until, withdrawn_on: day });
  };
  return (
    <details className="unprinted">
      <summary>{t('withdraw', { reference })}</summary>
      <form className="card" onSubmit={send}>
        <Field
          label={t('withdrawn_from')}
          type="date"
          required
          min={decided_on}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
        {record.error === null ? null : <Failed error={record.error} />}
        <div className="buttons">
          <button type="submit" className="secondary" disabled={record.isPending}>
            {t('save_withdrawal')}
          </button>
        </div>
      </form>
    </details>
  );
}
