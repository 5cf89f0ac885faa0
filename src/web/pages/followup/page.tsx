/** What became of it: every indicator with how sure it is, what was promised and kept beside it, and what can be concluded. */
import { Link, useParams } from 'wouter';
import { useAnswer } from '../../api/client.tsx';
import { useLanguage, useTexts } from '../../language.tsx';
import { Download } from '../../parts/download.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { mayDo, useWho } from '../../session/session.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { askReport, type Report } from './answers.ts';
import { Approvals } from './approvals/approvals.tsx';
import { ChoiceFields, ChoiceTold, useChoice } from './choice.tsx';
import { Commitments } from './commitments.tsx';
import { Files } from './files/files.tsx';
import { IndicatorCard } from './indicator.tsx';
import { LearningSection } from './learning/learning.tsx';
import { texts } from './texts.ts';

export default function Followup() {
  const t = useTexts(texts);
  const { region = '' } = useParams();
  const language = useLanguage();
  const { date, number } = useFormats();
  const who = useWho();
  const [choice] = useChoice();
  const asOf = choice.asOf ?? null;
  const answer = useAnswer(['followup', region, choice], (signal) => askReport(region, choice, signal));
  // The other kind of answer, CSV, is not asked for here.
  const report = answer.data !== undefined && 'format' in answer.data ? answer.data : undefined;
  const csv = new URLSearchParams({ as: 'csv', lang: language, ...choice });
  return (
    <>
      <PageHeading
        lead={report && t('lead', { date: date(report.asOf), people: number(report.participants) })}
      >
        {t('heading')}
      </PageHeading>
      <ChoiceFields region={region} />
      <ChoiceTold region={region} />
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {report === undefined && answer.error === null ? <Skeleton rows={10} /> : null}
      {report === undefined ? null : (
        <>
          <div className="buttons unprinted">
            <a className="button quiet" href={`/v1/regions/${region}/followup/report?${csv}`} download>
              {t('csv')}
            </a>
            <Download
              label={t('json')}
              file={`uppfoljning-${region}.json`}
              type="application/json"
              content={() => JSON.stringify(report)}
            />
            {mayDo(who, 'commitment.read', region) ? (
              <Link className="button quiet" href={`/r/${region}/uppfoljning/overenskommelser`}>
                {t('to_agreements')}
              </Link>
            ) : null}
            <button type="button" className="quiet" onClick={() => print()}>
              {t('print')}
            </button>
          </div>
          <Shown
            report={report}
            region={region}
            asOf={asOf}
            isNarrow={choice.by !== undefined || choice.period !== undefined}
          />
        </>
      )}
    </>
  );
}

interface ShownProps {
  readonly report: Report;
  readonly region: string;
  readonly asOf: string | null;
  /** Whether a period or a division was chosen: then that is what is shown, unfolded. */
  readonly isNarrow: boolean;
}

function Shown({ report, region, asOf, isNarrow }: ShownProps) {
  const who = useWho();
  const t = useTexts(texts);
  const said = useSaid();
  const { indicators, commitments, assumptions, learning, lottery, corrected } = report;
  return (
    <>
      <h2>{t('indicators')}</h2>
      <div className="indicators">
        {indicators.map((indicator) => (
          <IndicatorCard
            key={`${indicator.id} ${isNarrow}`}
            region={region}
            indicator={indicator}
            isOpen={isNarrow}
          />
        ))}
      </div>
      {commitments.length === 0 ? null : (
        <>
          <h2>{t('commitments')}</h2>
          <p className="prose">{t('commitments_text')}</p>
          {commitments.map((period) => (
            <Commitments key={period.period} period={period} />
          ))}
        </>
      )}
      <h2>{t('learning')}</h2>
      {mayDo(who, 'learning.read', region) ? (
        <LearningSection region={region} asOf={asOf} />
      ) : (
        learning.sentences.map((sentence) => <p key={sentence.sv}>{said(sentence)}</p>)
      )}
      <h2>{t('lottery')}</h2>
      {lottery.sentences.map((sentence) => (
        <p key={sentence.sv}>{said(sentence)}</p>
      ))}
      {mayDo(who, 'lottery.compare', region) ? (
        <>
          <p className="unprinted">
            <Link href={`/r/${region}/uppfoljning/lottning`}>{t('to_lottery')}</Link>
          </p>
          <Approvals region={region} />
        </>
      ) : null}
      <h2>{t('assumptions')}</h2>
      <ul className="prose">
        {assumptions.map((assumption) => (
          <li key={assumption.sv}>{said(assumption)}</li>
        ))}
        <li>{t('corrected', { count: corrected })}</li>
      </ul>
      <Files region={region} />
    </>
  );
}
