/** What each partner promised for a period and what came of it, with every report that there has been; and reporting it. */
import { useState } from 'react';
import { useLanguage, useTexts } from '../../../language.tsx';
import { useFormats } from '../../../parts/formats.tsx';
import { usePartnerName } from '../../../parts/partnership.tsx';
import { Scroll } from '../../../parts/scroll.tsx';
import { Empty, Failed, Skeleton } from '../../../parts/states.tsx';
import { type Commitment, type Partnership, useCommitments } from '../answers.ts';
import { texts } from '../texts.ts';
import { ReportPromise } from './report-promise.tsx';

interface PromisesProps {
  readonly region: string;
  readonly partnership: Partnership;
  readonly mayWrite: boolean;
  readonly onSaved: () => void;
}

export function Promises({ region, partnership, mayWrite, onSaved }: PromisesProps) {
  const t = useTexts(texts);
  const answer = useCommitments(region);
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">{t('promises')}</h2>
      <p className="prose">{t('promises_text')}</p>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {answer.data === undefined && answer.error === null ? <Skeleton rows={4} /> : null}
      {answer.data === undefined ? null : (
        <Listed
          region={region}
          partnership={partnership}
          mayWrite={mayWrite}
          onSaved={onSaved}
          reports={answer.data}
        />
      )}
    </section>
  );
}

/** Of one promise every report, the earliest first: the last one holds. */
type Reports = readonly [Commitment, ...Commitment[]];

function promiseOf({ partner, period, kind }: Pick<Commitment, 'partner' | 'period' | 'kind'>): string {
  return [partner, period, kind].join(' ');
}

function Listed({
  reports,
  region,
  partnership,
  mayWrite,
  onSaved,
}: PromisesProps & { readonly reports: readonly Commitment[] }) {
  const t = useTexts(texts);
  const [chosen, choose] = useState<Commitment | null>(null);
  const [isSaved, setSaved] = useState(false);
  const { partners = [], periods = [] } = partnership;
  const promises = new Map<string, Reports>();
  for (const report of reports) {
    const earlier = promises.get(promiseOf(report));
    promises.set(promiseOf(report), earlier === undefined ? [report] : [...earlier, report]);
  }
  const form = (
    <ReportPromise
      key={chosen === null ? '' : promiseOf(chosen)}
      region={region}
      partners={partners}
      periods={periods}
      begun={chosen}
      timesReported={(promise) => promises.get(promiseOf(promise))?.length ?? 0}
      onSaved={() => {
        choose(null);
        setSaved(true);
        onSaved();
      }}
    />
  );
  return (
    <>
      {promises.size === 0 ? <Empty>{t('no_promises')}</Empty> : null}
      {periods
        .map(({ id, name }) => ({ name, of: [...promises.values()].filter(([{ period }]) => period === id) }))
        .filter(({ of }) => of.length > 0)
        .map(({ name, of }) => (
          <PeriodTable
            key={name.sv}
            name={name}
            promises={of}
            region={region}
            onCorrect={mayWrite ? choose : null}
          />
        ))}
      <p role="status">{isSaved ? t('saved') : null}</p>
      {mayWrite && periods.length > 0 && partners.length > 0 ? form : null}
      {mayWrite && (periods.length === 0 || partners.length === 0) ? <p>{t('partners_first')}</p> : null}
    </>
  );
}

interface PeriodTableProps {
  readonly name: { readonly sv: string; readonly en: string };
  readonly promises: readonly Reports[];
  readonly region: string;
  /** Null where nobody may. */
  readonly onCorrect: ((report: Commitment) => void) | null;
}

function PeriodTable({ name, promises, region, onCorrect }: PeriodTableProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { number, date } = useFormats();
  const nameOf = usePartnerName(region);
  const told = ({ promised, delivered, recorded_on }: Commitment): string =>
    t('report_told', {
      promised: number(promised),
      delivered: delivered === undefined ? t('not_reported') : number(delivered),
      day: recorded_on === undefined ? t('no_day') : date(recorded_on),
    });
  return (
    <Scroll label={name[language]}>
      <table>
        <caption>{name[language]}</caption>
        <thead>
          <tr>
            <th scope="col">{t('partner')}</th>
            <th scope="col">{t('kind')}</th>
            <th scope="col" className="number">
              {t('promised')}
            </th>
            <th scope="col" className="number">
              {t('delivered')}
            </th>
            <th scope="col">{t('reported')}</th>
            {onCorrect === null ? null : <td />}
          </tr>
        </thead>
        <tbody>
          {promises.map((reports) => {
            const last = reports[reports.length - 1];
            return (
              <tr key={promiseOf(last)}>
                <th scope="row">{nameOf(last.partner)}</th>
                <td>{t(last.kind)}</td>
                <td className="number">{number(last.promised)}</td>
                <td className="number">
                  {last.delivered === undefined ? t('not_reported') : number(last.delivered)}
                </td>
                <td>
                  {last.recorded_on === undefined ? t('no_day') : date(last.recorded_on)}
                  {reports.length === 1 ? null : (
                    <details>
                      <summary>{t('earlier', { count: reports.length - 1 })}</summary>
                      <ul>
                        {reports.slice(0, -1).map((report) => (
                          <li key={JSON.stringify(report)}>{told(report)}</li>
                        ))}
                      </ul>
                    </details>
                  )}
                </td>
                {onCorrect === null ? null : (
                  <td>
                    <button
                      type="button"
                      className="quiet"
                      aria-label={`${t('correct')}: ${nameOf(last.partner)}, ${t(last.kind)}`}
                      onClick={() => onCorrect(last)}
                    >
                      {t('correct')}
                    </button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
