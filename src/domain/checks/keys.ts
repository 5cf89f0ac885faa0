/** Keys are unique: two rows that mean the same thing cannot both hold. */
import type { RegionTables, TableName, TableRow } from '../region.ts';
import { rowKey } from '../tables/keys.ts';
import type { Report } from './report.ts';

/** Reports every row whose key an earlier row already has. */
export function checkKeys(tables: RegionTables, report: Report): void {
  unique(tables, report, 'participants', 'id');
  unique(tables, report, 'units', 'id');
  unique(tables, report, 'teams', 'id');
  unique(tables, report, 'sfi_groups', 'id');
  unique(tables, report, 'areas', 'name');
  unique(tables, report, 'participant_languages', 'language');
  unique(tables, report, 'team_languages', 'language');
  unique(tables, report, 'team_backgrounds', 'country');
  unique(tables, report, 'travel', 'to');
  unique(tables, report, 'extracts', 'principal');
}

function unique<T extends TableName>(
  tables: RegionTables,
  report: Report,
  table: T,
  column: keyof TableRow<T> & string,
): void {
  const first = new Map<string, number>();
  const rows: readonly TableRow<T>[] = tables[table];
  rows.forEach((row, index) => {
    const key = rowKey(table, row);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, index);
      return;
    }
    report.error(table, index, column, row[column], () => {
      const at = report.rowNumber(table, earlier);
      return {
        sv: `samma nyckel finns redan på rad ${at}; behåll en av raderna`,
        en: `row ${at} already has the same key; keep one of the rows`,
      };
    });
  });
}
