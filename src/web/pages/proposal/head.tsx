/** A proposal in figures: how many get a place, how good it is for certain, women and men, and what arrival order would give. */
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { GapSentence } from '../../parts/gap-sentence.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import type { Proposal } from './answers.ts';
import { texts } from './texts.ts';

type Summary = NonNullable<Proposal['summary']>;

export function Head({ summary }: { readonly summary: Summary }) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number } = useFormats();
  const { placed, unplaced, objective, bound, baseline, broken, lottery, learntChance } = summary;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures" className="unseen">
        {t('figures')}
      </h2>
      <dl className="figures">
        <div>
          <dt>{t('placed')}</dt>
          <dd>{t('placed_of', { placed: number(placed), people: number(placed + unplaced) })}</dd>
        </div>
        <div>
          <dt>{t('points')}</dt>
          <dd>{number(objective)}</dd>
        </div>
        <div className="wide">
          <dt>{t('certain')}</dt>
          <dd className="sentence">
            <GapSentence objective={objective} bound={bound} /> {t(`proof_${summary.proof}`)}
          </dd>
        </div>
        <div className="wide">
          <dt>{t('baseline')}</dt>
          <dd className="sentence">
            {t('baseline_text', { placed: number(baseline.placed), points: number(baseline.objective) })}{' '}
            {baseline.broken.length === 0 ? null : t('baseline_broken', { count: baseline.broken.length })}
          </dd>
        </div>
      </dl>
      {broken.length === 0 ? null : (
        <section role="alert" className="state failed">
          <strong>{t('broken')}</strong>
          <ul>
            {broken.map((row) => (
              <li key={row.constraint}>{said(row)}</li>
            ))}
          </ul>
        </section>
      )}
      <Equity summary={summary} />
      {learntChance === undefined ? null : <p className="state">{said(learntChance)}</p>}
      <p className="help">{said(lottery)}</p>
    </section>
  );
}

function Equity({ summary: { equity, baseline } }: { readonly summary: Summary }) {
  const t = useTexts(texts);
  const { number, percent } = useFormats();
  if (equity.length === 0) return <p className="state">{t('few')}</p>;
  return (
    <Scroll label={t('equity')}>
      <table>
        <caption>{t('equity')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('group')}</th>
            <th scope="col" className="number">
              {t('people')}
            </th>
            <th scope="col" className="number">
              {t('get_place')}
            </th>
            <th scope="col" className="number">
              {t('mean_points')}
            </th>
            <th scope="col" className="number">
              {t('by_arrival')}
            </th>
          </tr>
        </thead>
        <tbody>
          {equity.map(({ gender, pool, rate, meanPoints }) => (
            <tr key={gender}>
              <th scope="row">{t(gender)}</th>
              <td className="number">{number(pool)}</td>
              <td className="number">{percent(rate)}</td>
              <td className="number">{number(meanPoints)}</td>
              <td className="number">
                {percent(baseline.rates.find((group) => group.gender === gender)?.rate ?? 0)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
