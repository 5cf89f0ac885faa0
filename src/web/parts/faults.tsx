/** What is wrong with a file, cell by cell. */
import type { RequestFailure } from '../api/failure.ts';
import { useTexts } from '../language.tsx';
import { useSaid } from './said.tsx';
import { Scroll } from './scroll.tsx';
import { texts } from './texts.ts';

/** Nothing where the error tells of none. */
export function Faults({ error }: { readonly error: RequestFailure | null }) {
  const t = useTexts(texts);
  const said = useSaid();
  const faults = error?.problem?.faults ?? [];
  if (faults.length === 0) return null;
  return (
    <Scroll label={t('faults')} low>
      <table>
        <caption>{t('faults')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sheet')}</th>
            <th scope="col" className="number">
              {t('row')}
            </th>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('read')}</th>
            <th scope="col">{t('expected')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ file, row, column, value, message }) => (
            <tr key={`${file} ${row} ${column} ${message.sv}`}>
              <td>{file}</td>
              <td className="number">{row ?? ''}</td>
              <td>{column ?? ''}</td>
              <td>{value ?? ''}</td>
              <td>{said(message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
