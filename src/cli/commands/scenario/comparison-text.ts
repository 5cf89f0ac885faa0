/** A comparison as a table that anybody can read. */
import type { Text } from '../../../domain/text.ts';
import type { Comparison } from '../../../scenarios/compare.ts';
import { type FigureRow, figureRows } from '../../../scenarios/figures/figure-rows.ts';
import { percent, whole } from '../../numbers.ts';
import type { Language } from '../../terminal.ts';

export function comparisonText(comparison: Comparison, lang: Language): string {
  const { columns, shifts, region } = comparison;
  const head = ['', ...columns.map((_, i) => `${i + 1}`)];
  const rows = figureRows.map((row) => [
    row.label[lang],
    ...columns.map(({ figures }) => cellOf(row, figures && row.value(figures), lang)),
  ]);
  const proven: Text = { sv: 'Bevisat bäst', en: 'Proven best' };
  const yes: Text = { sv: 'ja', en: 'yes' };
  const goodness = [
    proven[lang],
    ...columns.map(({ figures }) => (figures?.status === 'optimal' ? yes[lang] : '–')),
  ];
  return [
    region,
    ...columns.flatMap(({ name, changes, reasons, figures }, i) => [
      `${i + 1}. ${name[lang]}${changes ? ` – ${changes[lang]}` : ''}`,
      ...reasons.map((reason) => `   ${reason[lang]}`),
      ...(figures?.learntChance ? [`   ${figures.learntChance[lang]}`] : []),
    ]),
    '',
    ...aligned([head, ...rows, goodness]),
    '',
    ...shifts.map((shift) => shiftText(shift)[lang]),
  ].join('\n');
}

function shiftText({ from, to, gain, lose, same }: Comparison['shifts'][number]): Text {
  return {
    sv: `${from.sv} → ${to.sv}: ${gain} vinner, ${lose} förlorar, ${same} har det lika.`,
    en: `${from.en} → ${to.en}: ${gain} gain, ${lose} lose, ${same} are as before.`,
  };
}

function cellOf({ kind }: FigureRow, value: number | null, lang: Language): string {
  if (value === null) return '–';
  if (kind === 'share') return percent(value, lang);
  return kind === 'count' ? whole(value, lang) : whole(Math.round(value), lang);
}

/** Columns as wide as their widest cell; the first to the left, numbers to the right. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd(),
  );
}
