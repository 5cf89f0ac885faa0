/** Scenarios side by side: a figure a row, a scenario a column, with how far each is from the first. */
import { figureRows } from '../../../scenarios/figures/figure-rows.ts';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { bestOf, paidBy } from './best.ts';
import { Panels } from './panels.tsx';
import { texts } from './texts.ts';
import { useResult } from './use-result.ts';

export function Comparison({ id }: { readonly id: string }) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number, percent } = useFormats();
  const answer = useResult(id);
  if (answer.error !== null) return <Failed error={answer.error} retry={answer.refetch} />;
  if (answer.data === undefined) return <Skeleton rows={10} />;
  if (!('columns' in answer.data)) return null;
  const { columns } = answer.data;
  const amount = (kind: 'count' | 'share' | 'number', value: number): string =>
    kind === 'share' ? percent(value) : number(value);
  const change = (kind: 'count' | 'share' | 'number', by: number): string =>
    kind === 'share' ? t('percentage_points', { share: number(100 * by) }) : number(by);
  const labelled = columns.map(({ name, figures }, at) => ({ label: `${at + 1}. ${said(name)}`, figures }));
  const figures = columns.map((column) => column.figures);
  const mark = (key: string, at: number): string => {
    const paid = paidBy(key, at, figures);
    return paid === null
      ? t('best')
      : t(`paid_by_${paid.gender}`, { name: labelled[paid.column]?.label ?? '' });
  };
  return (
    <>
      {labelled.map(({ label, figures: one }) =>
        one?.learntChance === undefined ? null : (
          <p key={label} className="state">
            {label}: {said(one.learntChance)}
          </p>
        ),
      )}
      <Panels id={id} columns={labelled} amount={amount} />
      <Scroll label={t('table')}>
        <table>
          <caption>{t('table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('figure')}</th>
              {labelled.map(({ label }) => (
                <th key={label} scope="col" className="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figureRows.map(({ key, label, kind, value }) => {
              const values = figures.map((one) => (one === null ? null : value(one)));
              const [first = null] = values;
              const best = bestOf(key, values);
              return (
                <tr key={key}>
                  <th scope="row">{said(label)}</th>
                  {values.map((one, at) => (
                    <td key={labelled[at]?.label} className="number">
                      {one === null ? '–' : amount(kind, one)}
                      {best !== null && one === best ? (
                        <strong className="change">{mark(key, at)}</strong>
                      ) : null}
                      {at === 0 || one === null || first === null || one === first ? null : (
                        <span className="change">{change(kind, one - first).replace(/^(?![-−])/, '+')}</span>
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
