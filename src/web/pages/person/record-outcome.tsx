/** Recording what became of somebody: each kind of event asks for what belongs to it; what is not known is said to be so. */
import { type FormEvent, useState } from 'react';
import { leaveReasons, namesOf } from '../../../domain/pair-reasons.ts';
import { client, useChange } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Failed } from '../../parts/states.tsx';
import { texts } from './texts.ts';

type Body =
  paths['/v1/regions/{region}/participants/{participant}/outcomes']['post']['requestBody']['content']['application/json'];

const events = ['enrolled', 'attended', 'sfi_passed', 'completed', 'left_early', 'status'] as const;
const occupations = ['work', 'education', 'other', 'unknown'] as const;
const supports = ['full', 'part', 'none', 'unknown'] as const;
const courses = ['1A', '1B', '1C', '1D', '2B', '2C', '2D', '3C', '3D'] as const;
const after = ['3', '6', '12', '24'] as const;
const monthsOf = { '3': 3, '6': 6, '12': 12, '24': 24 } as const;
const reasons = namesOf(leaveReasons);

interface RecordOutcomeProps {
  readonly region: string;
  readonly participant: string;
  readonly onRecorded: () => void;
}

export function RecordOutcome({ region, participant, onRecorded }: RecordOutcomeProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const [event, setEvent] = useState<(typeof events)[number]>('completed');
  const [by, setBy] = useState('officer');
  const [on, setOn] = useState('');
  const [reason, setReason] = useState<(typeof reasons)[number]>('other');
  const [course, setCourse] = useState<(typeof courses)[number]>('1A');
  const [months, setMonths] = useState<(typeof after)[number]>('6');
  const [occupation, setOccupation] = useState<(typeof occupations)[number]>('unknown');
  const [support, setSupport] = useState<(typeof supports)[number]>('unknown');
  const [weeks, setWeeks] = useState(1);
  const record = useChange(
    (body: Body, headers) =>
      client.POST('/v1/regions/{region}/participants/{participant}/outcomes', {
        params: { path: { region, participant } },
        body,
        headers,
      }),
    onRecorded,
  );
  const send = (submitted: FormEvent): void => {
    submitted.preventDefault();
    record.mutate({
      event,
      recorded_by: by,
      on,
      ...(event === 'left_early' && { reason }),
      ...(event === 'sfi_passed' && { sfi_course: course }),
      ...(event === 'attended' && { weeks }),
      ...(event === 'status' && { months: monthsOf[months], occupation, self_support: support }),
    });
  };
  return (
    <details>
      <summary>{t('record_outcome')}</summary>
      <form className="card" onSubmit={send}>
        <Choice
          label={t('event')}
          value={event}
          options={events.map((one) => [one, t(`event_${one}`)])}
          onChange={setEvent}
        />
        <Field
          label={t('on')}
          type="date"
          required
          value={on}
          onChange={({ target }) => setOn(target.value)}
        />
        {event === 'left_early' ? (
          <Choice
            label={t('reason')}
            value={reason}
            options={reasons.map((one) => [one, said(leaveReasons[one])])}
            onChange={setReason}
          />
        ) : null}
        {event === 'sfi_passed' ? (
          <Choice
            label={t('course')}
            value={course}
            options={courses.map((one) => [one, one])}
            onChange={setCourse}
          />
        ) : null}
        {event === 'attended' ? (
          <Field
            label={t('how_many_weeks')}
            type="number"
            min={1}
            required
            value={Number.isNaN(weeks) ? '' : weeks}
            onChange={({ target }) => setWeeks(target.valueAsNumber)}
          />
        ) : null}
        {event === 'status' ? (
          <>
            <Choice
              label={t('when')}
              value={months}
              options={after.map((one) => [one, t('months_after', { months: one })])}
              onChange={setMonths}
            />
            <Choice
              label={t('occupation')}
              value={occupation}
              options={occupations.map((one) => [one, t(`${one}_occupation`)])}
              onChange={setOccupation}
            />
            <Choice
              label={t('self_support')}
              value={support}
              options={supports.map((one) => [one, t(`support_${one}`)])}
              onChange={setSupport}
            />
          </>
        ) : null}
        <Field
          label={t('told_by')}
          help={t('told_by_help')}
          required
          value={by}
          onChange={({ target }) => setBy(target.value)}
        />
        {record.error === null ? null : <Failed error={record.error} />}
        <div className="buttons">
          <button type="submit" className="primary" disabled={record.isPending}>
            {t('save_outcome')}
          </button>
        </div>
        <p className="help">{t('correct_text')}</p>
      </form>
    </details>
  );
}
