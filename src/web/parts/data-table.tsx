/** Rows that the service pages, searches and sorts: 50,000 cost the page no more than fifty. */
import { type ReactNode, useId } from 'react';
import type { RequestFailure } from '../api/failure.ts';
import { useTexts } from '../language.tsx';
import { Scroll } from './scroll.tsx';
import { Empty, Failed, Skeleton } from './states.tsx';
import type { TableQuestion } from './table-question.tsx';
import { texts } from './texts.ts';

export interface Column<Row> {
  /** What the service calls it, where it can sort by it. */
  readonly name: string;
  readonly title: string;
  readonly sorts?: boolean;
  readonly number?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly answer: {
    readonly data?: { readonly rows: readonly Row[]; readonly next: string | null } | undefined;
    readonly error: RequestFailure | null;
    readonly refetch: () => unknown;
  };
  /** What is said where there is no row. */
  readonly empty: string;
  readonly question: TableQuestion;
  readonly onChange: (over: Partial<TableQuestion>) => void;
  /** Left out where the service cannot search. */
  readonly searchLabel?: string;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, answer, empty, question, onChange, searchLabel } = props;
  const t = useTexts(texts);
  const id = useId();
  const next = answer.data?.next ?? null;
  return (
    <div className="data-table">
      {searchLabel === undefined ? null : (
        <div className="field">
          <label htmlFor={id}>{searchLabel}</label>
          <input
            id={id}
            type="search"
            value={question.search}
            onChange={({ target }) => onChange({ search: target.value })}
          />
        </div>
      )}
      {answer.error === null ? null : <Failed error={answer.error} retry={answer.refetch} />}
      {answer.data === undefined && answer.error === null ? <Skeleton rows={8} /> : null}
      {answer.data?.rows.length === 0 ? <Empty>{empty}</Empty> : null}
      {answer.data === undefined || answer.data.rows.length === 0 ? null : (
        <Rows {...props} rows={answer.data.rows} />
      )}
      {question.after === null && next === null ? null : (
        <nav className="buttons" aria-label={t('pages', { caption })}>
          <button
            type="button"
            className="secondary"
            disabled={question.after === null}
            onClick={() => history.back()}
          >
            {t('previous')}
          </button>
          <button
            type="button"
            className="secondary"
            disabled={next === null}
            onClick={() => onChange({ after: next })}
          >
            {t('next')}
          </button>
        </nav>
      )}
    </div>
  );
}

function Rows<Row>({
  caption,
  columns,
  rowKey,
  rows,
  question,
  onChange,
}: DataTableProps<Row> & { readonly rows: readonly Row[] }) {
  return (
    <Scroll label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.name} column={column} question={question} onChange={onChange} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ name, number, cell }) => (
                <td key={name} className={number ? 'number' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly question: TableQuestion;
  readonly onChange: (over: Partial<TableQuestion>) => void;
}

function Head<Row>({ column, question, onChange }: HeadProps<Row>) {
  const { name, title, sorts, number } = column;
  const className = number ? 'number' : undefined;
  if (!sorts) {
    return (
      <th scope="col" className={className}>
        {title}
      </th>
    );
  }
  const sorted = question.sort === name;
  const order = question.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" className={className} aria-sort={sorted ? order : 'none'}>
      <button
        type="button"
        className="sort"
        onClick={() => onChange({ sort: name, descending: sorted && !question.descending })}
      >
        {title}
        <span aria-hidden="true">{sorted ? (question.descending ? ' ↓' : ' ↑') : ' ↕'}</span>
      </button>
    </th>
  );
}
