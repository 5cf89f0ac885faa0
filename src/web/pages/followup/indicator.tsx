/** One indicator: its figure, how sure it is as a bar and in words, and the same by group and over time. */
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { usePartnerName } from '../../parts/partnership.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import type { Figure, Indicator } from './answers.ts';
import { texts } from './texts.ts';

interface CardProps {
  readonly region: string;
  readonly indicator: Indicator;
  /** Whether groups and periods are shown from the start. */
  readonly isOpen: boolean;
}

export function IndicatorCard({ region, indicator, isOpen }: CardProps) {
  const nameOf = usePartnerName(region);
  const t = useTexts(texts);
  const said = useSaid();
  const { id, name, kind, owner, agreed, version, sentences, groups, trend, status } = indicator;
  const told = useFigure(kind);
  const { date } = useFormats();
  const tables = [
    ...groups.map(({ by, rows }) => ({ key: by, title: t(`by_${by}`), rows })),
    ...(trend.length > 0 ? [{ key: 'trend', title: t('trend'), rows: trend }] : []),
  ];
  return (
    <article className="card indicator" aria-labelledby={`i-${id}`}>
      <h3 id={`i-${id}`}>{said(name)}</h3>
      <p className="value">{told.value(indicator)}</p>
      {kind === 'share' && status === 'shown' ? <Bar indicator={indicator} /> : null}
      {sentences.map((sentence) => (
        <p key={sentence.sv}>{said(sentence)}</p>
      ))}
      {tables.length === 0 ? null : (
        <details open={isOpen}>
          <summary>{t('more')}</summary>
          {tables.map(({ key, title, rows }) => (
            <Scroll key={key} label={`${said(name)}: ${title}`}>
              <table>
                <caption>{title}</caption>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.group}>
                      <th scope="row">{said(row.name)}</th>
                      <td className="number">{told.value(row)}</td>
                      <td className="number">{told.count(row)}</td>
                      <td>{told.interval(row)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          ))}
        </details>
      )}
      <p className="help">
        {agreed.by.length === 0
          ? t('not_agreed', { owner: nameOf(owner), version })
          : t('agreed', {
              owner: nameOf(owner),
              version,
              by: agreed.by.map(nameOf).join(', '),
              date: date(agreed.from),
            })}
      </p>
    </article>
  );
}

/** From 0 to 100 %: the interval as a band, the figure as a line, the target and what it is compared with as marks. */
function Bar({ indicator }: { readonly indicator: Indicator }) {
  const { value, interval, target, comparisons } = indicator;
  const at = (share: number): string => `${Math.max(0, Math.min(1, share)) * 100}%`;
  return (
    <div className="interval" aria-hidden="true">
      {interval === null ? null : (
        <span className="band" style={{ left: at(interval[0]), right: at(1 - interval[1]) }} />
      )}
      {value === null ? null : <span className="at" style={{ left: at(value) }} />}
      {[target?.at_least, target?.at_most].map((wanted) =>
        wanted === undefined ? null : <span key={wanted} className="target" style={{ left: at(wanted) }} />,
      )}
      {comparisons.map((comparison) => (
        <span key={comparison.id} className="other" style={{ left: at(comparison.value) }} />
      ))}
    </div>
  );
}

/** A figure in words: its value, what stands behind it, and how sure it is. */
function useFigure(kind: Indicator['kind']) {
  const t = useTexts(texts);
  const { number, percent } = useFormats();
  const hidden = kind === 'commitments' ? 'others_promise' : 'few';
  const amount = (value: number): string => (kind === 'median' ? number(value) : percent(value));
  return {
    value: ({ status, value }: Figure): string =>
      value === null ? t(status === 'hidden' ? hidden : 'nobody') : amount(value),
    count: ({ numerator, denominator }: Figure): string =>
      denominator === null
        ? ''
        : numerator === null
          ? t('people', { people: number(denominator) })
          : t('of', { part: number(numerator), all: number(denominator) }),
    interval: ({ interval }: Figure): string =>
      interval === null ? '' : t('between', { low: amount(interval[0]), high: amount(interval[1]) }),
  };
}
