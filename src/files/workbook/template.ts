/**
 * An empty workbook to fill in: every table with its columns, each explained in Swedish and English where one points at
 * its header, and once more on a sheet of its own.
 */
import type { WriteSheet } from 'hucre/xlsx';
import { optionalTables, tableNames } from '../../domain/region.ts';
import { tableTexts, tableTitles } from '../../domain/tables/titles.ts';
import type { Text } from '../../domain/text.ts';
import { columnsOf } from '../columns.ts';
import { headColumns } from './head-sheet.ts';
import { explanationSheet, headSheet } from './sheet-names.ts';
import { columnText, explainedSheet, header, textFormat } from './table-sheet.ts';
import { writeSheets } from './write-sheets.ts';

/** What the region's own sheet asks for; the policy's fields may follow, as in the README's table. */
const headFields: readonly (readonly [path: string, value: string, text: Text])[] = [
  ['format', 'resursutbyte/region@1', { sv: 'ändra inte', en: 'do not change' }],
  ['name', '', { sv: 'regionens namn', en: "the region's name" }],
  ['period.from', '', { sv: 'första dag, ÅÅÅÅ-MM-DD', en: 'first day, YYYY-MM-DD' }],
  ['period.to', '', { sv: 'sista dag, ÅÅÅÅ-MM-DD', en: 'last day, YYYY-MM-DD' }],
  [
    'provenance',
    '',
    { sv: 'varifrån uppgifterna kommer; får vara tomt', en: 'where the data comes from; may be empty' },
  ],
];

/** The bytes of the template (.xlsx); the same every time. */
export async function templateWorkbook(): Promise<Uint8Array> {
  return writeSheets([explanations(), headTemplate(), ...tableNames.map(explainedSheet)]);
}

function headTemplate(): WriteSheet {
  const titles = [...headColumns, 'förklaring', 'explanation'];
  return {
    name: headSheet,
    columns: [{ width: 20 }, { width: 40, numFmt: textFormat }, { width: 50 }, { width: 50 }],
    rows: [
      titles,
      ...headFields.map(([path, value, { sv, en }]) => [path, value === '' ? null : value, sv, en]),
    ],
    cells: new Map(titles.map((name, i) => [`0,${i}`, { value: name, style: header }])),
    freezePane: { rows: 1 },
  };
}

function explanations(): WriteSheet {
  const titles = ['blad / sheet', 'kolumn / column', 'förklaring', 'explanation'];
  const optional: ReadonlySet<string> = new Set(optionalTables);
  const rows = tableNames.flatMap((table) => {
    const { sv, en } = tableTexts[table];
    const mayBeEmpty = optional.has(table)
      ? { sv: ' (bladet får saknas)', en: ' (the sheet may be missing)' }
      : { sv: '', en: '' };
    return [
      [
        table,
        '',
        `${tableTitles[table].sv}: ${sv}${mayBeEmpty.sv}`,
        `${tableTitles[table].en}: ${en}${mayBeEmpty.en}`,
      ],
      ...columnsOf(table).map((column) => {
        const text = columnText(table, column);
        return [table, column.name, text.sv, text.en];
      }),
    ];
  });
  return {
    name: explanationSheet,
    columns: [{ width: 24 }, { width: 22 }, { width: 90 }, { width: 90 }],
    rows: [titles, ...rows],
    cells: new Map(titles.map((name, i) => [`0,${i}`, { value: name, style: header }])),
    freezePane: { rows: 1 },
  };
}
