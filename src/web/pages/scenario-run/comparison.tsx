/** Scenarios side by side: a figure a row, a scenario a column, with how far each is from the first. */
import { figureRows } from '../../../scenarios/figures/figure-rows.ts';
import { useTexts } from '../../language.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { texts } from './texts.ts';
import { useResult } from './use-result.ts';

/** Where more, or less, is better whoever asks. Points are not here: what is done by hand keeps no rule that costs points. */
const better: Readonly<Record<string, 'more' | 'less'>> = {
  ...{ placed: 'more', unplaced: 'less', women_placed: 'more', men_placed: 'more' },
  ...{ pupils_reached: 'more', pupils_newly: 'more', pupils_share: 'more' },
  ...{ minutes_to_team: 'less', longest_minutes: 'less' },
};

/** The best of the values; null where none is better than another, or nobody can say what is better. */
function bestOf(key: string, values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  if (known.length < 2 || least === most || better[key] === undefined) return null;
  return better[key] === 'more' ? most : least;
}

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
            const best = bestOf(key, values);
            return (
              <tr key={key}>
                <th scope="row">{said(label)}</th>
                {values.map((one, at) => (
                  <td key={columns[at]?.name.sv} className="number">
                    {one === null ? '–' : amount(kind, one)}
                    {best !== null && one === best ? <strong className="change">{t('best')}</strong> : null}
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
  );
}
