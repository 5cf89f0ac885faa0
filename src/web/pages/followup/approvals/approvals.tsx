/** The ethical approvals on record, what each is worth today and who recorded it; recording one, and withdrawing one that stands. */
import { useQueryClient } from '@tanstack/react-query';
import { client, useAnswer } from '../../../api/client.tsx';
import { useTexts } from '../../../language.tsx';
import { useFormats } from '../../../parts/formats.tsx';
import { Failed } from '../../../parts/states.tsx';
import { mayDo, useWho } from '../../../session/session.tsx';
import type { Approval } from './answers.ts';
import { RecordApproval } from './record.tsx';
import { texts } from './texts.ts';
import { WithdrawApproval } from './withdraw.tsx';

export function Approvals({ region }: { readonly region: string }) {
  const t = useTexts(texts);
  const who = useWho();
  const queries = useQueryClient();
  const answer = useAnswer(['approvals', region], (signal) =>
    client.GET('/v1/regions/{region}/followup/approvals', { params: { path: { region } }, signal }),
  );
  if (answer.error !== null) return <Failed error={answer.error} retry={answer.refetch} />;
  const mayRecord = mayDo(who, 'lottery.approve', region);
  const onRecorded = (): void => void queries.invalidateQueries();
  return (
    <>
      <h3>{t('heading')}</h3>
      {answer.data?.length === 0 ? <p>{t('none')}</p> : null}
      <ul>
        {answer.data?.map((approval) => (
          <li key={approval.recordedAt}>
            <Told approval={approval} />
            {mayRecord && approval.state === 'stands' ? (
              <WithdrawApproval region={region} approval={approval} onRecorded={onRecorded} />
            ) : null}
          </li>
        ))}
      </ul>
      {mayRecord ? <RecordApproval region={region} onRecorded={onRecorded} /> : null}
    </>
  );
}

function Told({ approval }: { readonly approval: Approval }) {
  const t = useTexts(texts);
  const { date } = useFormats();
  const { authority, reference, decided_on, valid_until, withdrawn_on, state, recordedAt, user } = approval;
  const told = [
    t('approved', { authority, reference, date: date(decided_on) }),
    valid_until === undefined ? [] : t('until', { date: date(valid_until) }),
    withdrawn_on === undefined ? [] : t('withdrawn_on', { date: date(withdrawn_on) }),
    t(`is_${state}`),
    t('recorded', { by: user ?? t('command'), date: date(recordedAt) }),
  ];
  return <span>{told.flat().join(' ')}</span>;
}
