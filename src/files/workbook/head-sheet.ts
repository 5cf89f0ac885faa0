/**
 * The sheet `region`: what region.json says, as a row per field (name, period.from, policy.weights.language). Numbers are
 * numbers; lists, and null for a rule that is switched off, are written as in JSON. Columns after the second are for people.
 */
import { echo, type InputProblem, looksLikeIdentityNumber } from '../../domain/checks/input-problem.ts';
import type { RegionField } from '../../domain/region-fields.ts';
import type { Text } from '../../domain/text.ts';
import { readTextCell } from '../cells.ts';
import { type HeadReading, parseHead, parseJson } from '../head.ts';
import { type Cell, cellText } from '../typed-cells.ts';

/** The header of the sheet; the reader looks at the first two columns. */
export const headColumns = ['field', 'value'] as const;

/** Fields whose empty cell is an empty text; a field of the policy without a value is left to its default. */
const ownTexts: readonly string[] = ['format', 'name', 'period.from', 'period.to', 'provenance'];
/** Fields whose text is never taken for JSON. */
const plainTexts: ReadonlySet<string> = new Set([...ownTexts, 'policy.format', 'policy.legal_basis']);

interface FieldRow {
  readonly path: string;
  readonly row: number;
  readonly value: unknown;
}

/** Reads the sheet's rows; `file` names the sheet in problems, whose rows are those of the spreadsheet. */
export function readHeadSheet(rows: Iterable<readonly Cell[]>, file: string): HeadReading {
  const problems: InputProblem[] = [];
  const fields = new Map<string, FieldRow>();
  let row = 0;
  for (const [first = '', second = ''] of rows) {
    row++;
    const path = plain(first).trim();
    if (row === 1) {
      if (path !== headColumns[0] || plain(second).trim() !== headColumns[1])
        return { status: 'refused', errors: [problem(file, 1, null, noHeader)] };
    } else if (path === '') {
      if (second !== '') problems.push(problem(file, row, null, noField));
    } else if (second !== '' || ownTexts.includes(path)) {
      const clash = clashing(fields, path);
      if (clash) problems.push(problem(file, row, path, twice(clash.row)));
      else if (typeof second === 'object' && 'why' in second)
        problems.push(problem(file, row, path, noValue));
      else fields.set(path, { path, row, value: fieldValue(path, second) });
    }
  }
  if (row === 0) return { status: 'refused', errors: [problem(file, null, null, noHeader)] };
  const head = parseHead(
    nested([...fields.values()].map((field) => [field.path.split('.'), field.value])),
    file,
  );
  const errors =
    head.status === 'refused' ? onePerField(head.errors).map((error) => placed(error, fields)) : [];
  if (head.status === 'refused' || problems.length > 0)
    return { status: 'refused', errors: [...problems, ...errors] };
  return head;
}

/** What stands in a field's cell: readHeadSheet makes the same value of it. */
export function headCell({ path, value }: RegionField): string | number | boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return plainTexts.has(path) ? String(value) : JSON.stringify(value);
}

function fieldValue(path: string, cell: Cell): unknown {
  if (plainTexts.has(path)) return plain(cell);
  if (typeof cell !== 'string') return typeof cell === 'object' ? cellText(cell) : cell;
  const text = plain(cell);
  const json = parseJson(text);
  return json === undefined ? text : json;
}

function plain(cell: Cell): string {
  return typeof cell === 'string' ? readTextCell(cell) : cellText(cell);
}

/** An earlier row of the same field, or of one that this lies within or that lies within this. */
function clashing(fields: ReadonlyMap<string, FieldRow>, path: string): FieldRow | undefined {
  return [...fields.values()].find(
    (field) => field.path === path || field.path.startsWith(`${path}.`) || path.startsWith(`${field.path}.`),
  );
}

function nested(entries: readonly (readonly [path: readonly string[], value: unknown])[]): unknown {
  const groups = new Map<string, (readonly [readonly string[], unknown])[]>();
  for (const [[name, ...rest], value] of entries)
    groups.set(name, [...(groups.get(name) ?? []), [rest, value] as const]);
  return Object.fromEntries(
    [...groups].map(([name, inner]) => [name, inner[0][0].length === 0 ? inner[0][1] : nested(inner)]),
  );
}

function onePerField(errors: readonly InputProblem[]): readonly InputProblem[] {
  return errors.filter(
    ({ column }, i) => column === null || errors.findIndex((error) => error.column === column) === i,
  );
}

/** The problem with the row of the field that it is about, where one field alone is. */
function placed(error: InputProblem, fields: ReadonlyMap<string, FieldRow>): InputProblem {
  const field = error.column === null ? undefined : fields.get(error.column);
  return field ? { ...error, row: field.row } : error;
}

function problem(file: string, row: number | null, column: string | null, message: Text): InputProblem {
  const shown = column !== null && !looksLikeIdentityNumber(column) ? echo(column) : null;
  return { file, row, column: shown, value: null, message };
}

const noHeader: Text = {
  sv: `första raden ska vara ${headColumns.join(', ')}`,
  en: `the first row is to be ${headColumns.join(', ')}`,
};
const noField: Text = {
  sv: 'raden har ett värde men inget fält; skriv fältets namn i första kolumnen',
  en: 'the row has a value but no field; write the name of the field in the first column',
};
const noValue: Text = {
  sv: 'cellen har inget värde som går att läsa; skriv värdet självt',
  en: 'the cell has no value that can be read; write the value itself',
};
function twice(row: number): Text {
  return {
    sv: `samma fält finns redan på rad ${row}; behåll en av raderna`,
    en: `row ${row} already has the same field; keep one of the rows`,
  };
}
