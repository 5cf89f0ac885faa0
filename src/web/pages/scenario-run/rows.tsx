/** A run's figures as the service tells them row by row, with the columns in words. */
import { figureRows } from '../../../scenarios/figures/figure-rows.ts';
import { client, useAnswer } from '../../api/client.tsx';
import { useLanguage, useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { rowsOfCsv } from './rows-of-csv.ts';
import { texts } from './texts.ts';

const columns = [
  ...(['kind', 'id', 'name', 'price', 'least', 'most', 'plan', 'count', 'cost', 'status'] as const),
  ...(['policy', 'figure', 'week', 'low', 'median', 'high', 'fairness_least', 'fairness_most'] as const),
] as const;

export function Rows({ id }: { readonly id: string }) {
  const t = useTexts(texts);
  const said = useSaid();
  const lang = useLanguage();
  const { number, percent } = useFormats();
  const answer = useAnswer(['scenario-table', id, lang], (signal) =>
    client.GET('/v1/scenario-runs/{id}/table', {
      params: { path: { id }, query: { lang } },
      parseAs: 'text',
      signal,
    }),
  );
  if (answer.error !== null) return <Failed error={answer.error} retry={answer.refetch} />;
  if (typeof answer.data !== 'string') return <Skeleton rows={6} />;
  const [head = [], ...rows] = rowsOfCsv(answer.data);
  const title = (name: string): string => {
    const row = figureRows.find(({ key }) => key === name);
    const column = columns.find((one) => one === name);
    return row !== undefined ? said(row.label) : column !== undefined ? t(`column_${column}`) : name;
  };
  const isNumber = (cell: string): boolean => /^-?\d+(\.\d+)?$/.test(cell);
  const told = (cell: string, name: string | undefined): string => {
    if (!isNumber(cell)) return cell;
    const isShare = figureRows.some(({ key, kind }) => key === name && kind === 'share');
    return isShare ? percent(Number(cell)) : number(Number(cell));
  };
  return (
    <Scroll label={t('table')} low>
      <table>
        <caption>{t('table')}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {title(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a table that never changes, whose rows may be alike
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={head[column]} className={isNumber(cell) ? 'number' : undefined}>
                  {told(cell, head[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
