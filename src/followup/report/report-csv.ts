/** A report's figures as CSV: a row for each indicator as a whole, for each group and for each period. A cell left empty is not shown. */
import type { Text } from '../../domain/text.ts';
import type { FigureRow, Report } from './report-format.ts';

const columns = [
  'indicator',
  'version',
  'name',
  'by',
  'group',
  'status',
  'value',
  'numerator',
  'denominator',
  'unknown',
  'low',
  'high',
] as const;

/** Comma between columns, a point in decimals, a header row. */
export function reportCsv({ indicators }: Report, lang: keyof Text): string {
  const rows = indicators.flatMap((indicator) => {
    const line = (by: string, row: Omit<FigureRow, 'name'>): string =>
      [
        indicator.id,
        indicator.version,
        indicator.name[lang],
        by,
        row.group,
        row.status,
        row.value,
        row.numerator,
        row.denominator,
        row.unknown,
        row.interval?.[0] ?? null,
        row.interval?.[1] ?? null,
      ]
        .map(cell)
        .join(',');
    return [
      line('all', { ...indicator, group: 'all' }),
      ...indicator.groups.flatMap(({ by, rows: own }) => own.map((row) => line(by, row))),
      ...indicator.trend.map((row) => line('period', row)),
    ];
  });
  return [columns.join(','), ...rows].join('\n');
}

/** Quoted where it must be; a sign that a spreadsheet would run as a formula is made harmless. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
