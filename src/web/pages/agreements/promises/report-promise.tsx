/** Recording what a partner promises for a period, or what came of it: a report beside the earlier ones, which stay. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { client, useChange } from '../../../api/client.tsx';
import { useLanguage, useTexts } from '../../../language.tsx';
import { Choice } from '../../../parts/choice.tsx';
import { Field } from '../../../parts/field.tsx';
import { Failed } from '../../../parts/states.tsx';
import type { Commitment, NewCommitment, Partners, Partnership } from '../answers.ts';
import { texts } from '../texts.ts';

const kinds = ['seats', 'sfi_places'] as const;

interface ReportPromiseProps {
  readonly region: string;
  readonly partners: Partners;
  readonly periods: NonNullable<Partnership['periods']>;
  /** The report that is corrected; null for a promise that is new. */
  readonly begun: Commitment | null;
  readonly timesReported: (promise: Pick<Commitment, 'partner' | 'period' | 'kind'>) => number;
  readonly onSaved: () => void;
}

export function ReportPromise({
  region,
  partners,
  periods,
  begun,
  timesReported,
  onSaved,
}: ReportPromiseProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const [partner, setPartner] = useState(begun?.partner ?? partners[0]?.id ?? '');
  const [period, setPeriod] = useState(begun?.period ?? periods.at(-1)?.id ?? '');
  const [kind, setKind] = useState<Commitment['kind']>(begun?.kind ?? 'seats');
  const [promised, setPromised] = useState(begun === null ? '' : String(begun.promised));
  const [delivered, setDelivered] = useState(begun?.delivered === undefined ? '' : String(begun.delivered));
  const form = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (begun !== null) form.current?.querySelector('input')?.focus();
  }, [begun]);
  const report = useChange(
    (body: NewCommitment, headers) =>
      client.POST('/v1/regions/{region}/commitments', { params: { path: { region } }, body, headers }),
    onSaved,
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    report.mutate({
      ...{ partner, period, kind, promised: Number(promised) },
      ...(delivered !== '' && { delivered: Number(delivered) }),
      version: timesReported({ partner, period, kind }),
    });
  };
  return (
    <details className="unprinted" ref={form} open={begun !== null}>
      <summary>{t('report_promise')}</summary>
      <form className="card" onSubmit={send}>
        <Choice
          label={t('partner')}
          value={partner}
          options={partners.map(({ id, name }) => [id, name[language]])}
          onChange={setPartner}
        />
        <Choice
          label={t('period')}
          value={period}
          options={periods.map(({ id, name }) => [id, name[language]])}
          onChange={setPeriod}
        />
        <Choice
          label={t('kind')}
          value={kind}
          options={kinds.map((one) => [one, t(one)])}
          onChange={setKind}
        />
        <Field
          label={t('promised')}
          type="number"
          min={0}
          step={1}
          required
          value={promised}
          onChange={({ target }) => setPromised(target.value)}
        />
        <Field
          label={t('delivered')}
          help={t('delivered_help')}
          type="number"
          min={0}
          step={1}
          value={delivered}
          onChange={({ target }) => setDelivered(target.value)}
        />
        {report.error === null ? null : <Failed error={report.error} />}
        <div className="buttons">
          <button type="submit" className="secondary" disabled={report.isPending}>
            {t('save_promise')}
          </button>
        </div>
      </form>
    </details>
  );
}
