/** Scenarios side by side: a figure a row, a scenario a column, with how far each is from the first. */
import { figureRows } from '../../../scenarios/figures/figure-rows.ts';
import { client, useAnswer } from '../../api/client.tsx';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { texts } from './texts.ts';

export function Comparison({ id }: { readonly id: string }) {
  const t = useTexts(texts);
  const said = useSaid();
  const { number, percent } = useFormats();
  const answer = useAnswer(['scenario-result', id], (signal) =>
    client.GET('/v1/scenario-runs/{id}/result', { params: { path: { id } }, signal }),
  );
  if (answer.error !== null) return <Failed error={answer.error} retry={answer.refetch} />;
  if (answer.data === undefined) return <Skeleton rows={10} />;
  if (!('columns' in answer.data)) return null;
  const { columns } = answer.data;
  const amount = (kind: 'count' | 'share' | 'number', value: number): string =>
    kind === 'share' ? percent(value) : number(value);
  return (
    <Scroll label={t('table')}>
      <table>
        <caption>{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figure')}</th>
            {columns.map(({ name }) => (
              <th key={name.sv} scope="col" className="number">
                {said(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figureRows.map(({ key, label, kind, value }) => {
            const values = columns.map(({ figures }) => (figures === null ? null : value(figures)));
            const [first = null] = values;
            return (
              <tr key={key}>
                <th scope="row">{said(label)}</th>
                {values.map((one, at) => (
                  <td key={columns[at]?.name.sv} className="number">
                    {one === null ? '–' : amount(kind, one)}
                    {at === 0 || one === null || first === null || one === first ? null : (
                      <span className="change">{amount(kind, one - first).replace(/^(?![-−])/, '+')}</span>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
