/** What has become of the person: every record, also those that a later one replaced, and recording another. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { leaveReasons } from '../../../domain/pair-reasons.ts';
import { client, useAnswer } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { RecordOutcome } from './record-outcome.tsx';
import { texts } from './texts.ts';

type Outcome =
  paths['/v1/regions/{region}/participants/{participant}/outcomes']['get']['responses'][200]['content']['application/json'][number];

interface OutcomesProps {
  readonly region: string;
  readonly participant: string;
  readonly mayRecord: boolean;
}

export function Outcomes({ region, participant, mayRecord }: OutcomesProps) {
  const t = useTexts(texts);
  const { date } = useFormats();
  const queries = useQueryClient();
  const [recorded, setRecorded] = useState(0);
  const tell = useOutcome();
  const answer = useAnswer(['outcomes', region, participant], (signal) =>
    client.GET('/v1/regions/{region}/participants/{participant}/outcomes', {
      params: { path: { region, participant } },
      signal,
    }),
  );
  return (
    <>
      <h2>{t('outcomes')}</h2>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {answer.data === undefined && answer.error === null ? <Skeleton rows={3} /> : null}
      {answer.data?.length === 0 ? <p>{t('no_outcomes')}</p> : null}
      <ul className="history">
        {answer.data?.map((outcome, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: records are only ever added at the end
          <li key={at}>
            {outcome.on === undefined ? null : `${date(outcome.on)}: `}
            {tell(outcome)}{' '}
            <span className="help">
              {t('recorded', { by: outcome.recorded_by, date: date(outcome.recorded_on) })}
              {outcome.holds ? null : ` ${t('replaced')}`}
            </span>
          </li>
        ))}
      </ul>
      {mayRecord ? (
        <RecordOutcome
          key={recorded}
          region={region}
          participant={participant}
          onRecorded={() => {
            setRecorded(recorded + 1);
            void queries.invalidateQueries({ queryKey: ['outcomes', region, participant] });
          }}
        />
      ) : null}
    </>
  );
}

/** A record in words. */
function useOutcome(): (outcome: Outcome) => string {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  return ({
    event,
    happened,
    reason,
    occupation,
    self_support,
    months,
    weeks,
    work_hours,
    swedish_hours,
    sfi_course,
  }) =>
    [
      happened === false ? t('did_not', { event: t(`event_${event}`) }) : t(`event_${event}`),
      ...(reason === undefined ? [] : [said(leaveReasons[reason])]),
      ...(sfi_course === undefined ? [] : [sfi_course]),
      ...(weeks === undefined ? [] : [t('weeks', { weeks: number(weeks) })]),
      ...(work_hours === undefined ? [] : [t('work_hours', { hours: number(work_hours) })]),
      ...(swedish_hours === undefined ? [] : [t('swedish_hours', { hours: number(swedish_hours) })]),
      ...(months === undefined ? [] : [t('months_after', { months })]),
      ...(occupation === undefined ? [] : [t(`${occupation}_occupation`)]),
      ...(self_support === undefined ? [] : [t(`support_${self_support}`)]),
    ].join(', ');
}
