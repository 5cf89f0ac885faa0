/** The indicators: what each counts, in words, who agreed on it from when, and every version there has been. */
import { useState } from 'react';
import { countsInWords } from '../../../../followup/indicators/counts-words.ts';
import { useTexts } from '../../../language.tsx';
import { useFormats } from '../../../parts/formats.tsx';
import { usePartnerName } from '../../../parts/partnership.tsx';
import { useSaid } from '../../../parts/said.tsx';
import { Failed, Skeleton } from '../../../parts/states.tsx';
import { today } from '../../../parts/today.ts';
import { type Indicator, type Partnership, useIndicators } from '../answers.ts';
import { texts } from '../texts.ts';
import { EditIndicator } from './edit-indicator.tsx';

interface IndicatorListProps {
  readonly region: string;
  readonly partnership: Partnership;
  readonly mayWrite: boolean;
  readonly onSaved: () => void;
}

export function IndicatorList({ region, partnership, mayWrite, onSaved }: IndicatorListProps) {
  const t = useTexts(texts);
  const answer = useIndicators(region);
  const [isSaved, setSaved] = useState(false);
  const { partners = [] } = partnership;
  const all = answer.data ?? [];
  const editing = {
    ...{ region, partners, all },
    onSaved: () => {
      setSaved(true);
      onSaved();
    },
  };
  return (
    <section aria-labelledby="indicators">
      <h2 id="indicators">{t('indicators')}</h2>
      <p className="prose">{t('indicators_text')}</p>
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {answer.data === undefined && answer.error === null ? <Skeleton rows={8} /> : null}
      <p role="status">{isSaved ? t('saved') : null}</p>
      {[...new Set(all.map(({ id }) => id))].map((id) => {
        const versions = all.filter((one) => one.id === id);
        return (
          <IndicatorCard key={id} region={region} versions={versions}>
            {mayWrite ? (
              <EditIndicator {...editing} key={versions.length} begun={versions.at(-1) ?? null} />
            ) : null}
          </IndicatorCard>
        );
      })}
      {mayWrite && all.length > 0 ? <EditIndicator {...editing} key={all.length} begun={null} /> : null}
    </section>
  );
}

interface IndicatorCardProps {
  /** Of one indicator, the first version first. */
  readonly versions: readonly Indicator[];
  readonly region: string;
  readonly children: React.ReactNode;
}

function IndicatorCard({ region, versions, children }: IndicatorCardProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const now = today();
  const holding = versions.findLast(
    ({ agreed: { from, until } }) => from <= now && (until === undefined || until > now),
  );
  const shown = holding ?? versions[versions.length - 1];
  return (
    <article className="card" aria-labelledby={`indicator-${shown.id}`}>
      <h3 id={`indicator-${shown.id}`}>{said(shown.name)}</h3>
      <p>
        {holding === undefined ? t('holds_not') : t('holds', { version: holding.version })}{' '}
        <VersionTold indicator={shown} region={region} />
      </p>
      {versions.length === 1 ? null : (
        <details>
          <summary>{t('versions', { count: versions.length })}</summary>
          <ul>
            {versions.toReversed().map((indicator) => (
              <li key={indicator.version}>
                {t('version', { version: indicator.version })}{' '}
                <VersionTold indicator={indicator} region={region} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {children}
    </article>
  );
}

function VersionTold({ indicator, region }: { readonly indicator: Indicator; readonly region: string }) {
  const t = useTexts(texts);
  const said = useSaid();
  const { date, number, percent } = useFormats();
  const { agreed, counts, target } = indicator;
  const nameOf = usePartnerName(region);
  const amount = (value: number): string => (counts.kind === 'median' ? number(value) : percent(value));
  const told = [
    said(countsInWords(counts)),
    target === null
      ? t('no_target')
      : target.at_least !== undefined
        ? t('target_at_least', { value: amount(target.at_least) })
        : t('target_at_most', { value: amount(target.at_most ?? 0) }),
    agreed.by.length === 0
      ? t('proposed', { date: date(agreed.from) })
      : t('agreed', { by: agreed.by.map(nameOf).join(', '), date: date(agreed.from) }),
    agreed.until === undefined ? [] : t('until', { date: date(agreed.until) }),
  ];
  return <>{told.flat().join(' ')}</>;
}
