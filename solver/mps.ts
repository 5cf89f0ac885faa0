import { createProblemBuilder } from './builder.ts';
import type { Problem } from './problem.ts';
import type { FormatFlaw } from './problem-json.ts';

/**
 * Free-format MPS, so that anybody can check a problem with a solver of their own choice.
 *
 * Written as the common solvers agree to read it: minimise the negated objective (glpsol rejects OBJSENSE, cbc ignores
 * a MAX line), FREE on the NAME line, bounds as `UP BND x 1`. Rows and columns get names without meaning: `p3`
 * participant 3's at-most-one row, `r5` constraint 5, `x7` option 7, `o5` the overrun of soft constraint 5; comment
 * lines give their ids, so that the file reads back to the same problem.
 */
export function* writeMps(problem: Problem): Generator<string> {
  yield 'NAME resursutbyte FREE\n';
  for (const [p, id] of problem.participants.entries()) yield `* p${p} ${JSON.stringify(id)}\n`;
  for (const [r, id] of problem.constraints.entries()) yield `* r${r} ${JSON.stringify(id)}\n`;
  yield 'ROWS\n N points\n';
  for (let p = 0; p < problem.participants.length; p++) yield ` L p${p}\n`;
  for (let r = 0; r < problem.constraints.length; r++) yield ` L r${r}\n`;
  yield "COLUMNS\n MARKER 'MARKER' 'INTORG'\n";
  for (let k = 0; k < problem.score.length; k++) {
    let column = ` x${k} points ${-problem.score[k]}\n x${k} p${problem.participant[k]} 1\n`;
    for (let e = problem.useStart[k]; e < problem.useStart[k + 1]; e++) {
      column += ` x${k} r${problem.useConstraint[e]} ${problem.useAmount[e]}\n`;
    }
    yield column;
  }
  yield " MARKER 'MARKER' 'INTEND'\n";
  for (const r of softConstraints(problem)) yield ` o${r} points ${problem.penalty[r]}\n o${r} r${r} -1\n`;
  yield 'RHS\n';
  for (let p = 0; p < problem.participants.length; p++) yield ` RHS p${p} 1\n`;
  for (let r = 0; r < problem.constraints.length; r++) {
    if (problem.limit[r] !== 0) yield ` RHS r${r} ${problem.limit[r]}\n`;
  }
  yield 'BOUNDS\n';
  for (let k = 0; k < problem.score.length; k++) yield ` UP BND x${k} 1\n`;
  yield 'ENDATA\n';
}

function softConstraints(problem: Problem): number[] {
  return [...problem.constraints.keys()].filter((r) => problem.penalty[r] !== Number.POSITIVE_INFINITY);
}

export type MpsReading =
  | { readonly status: 'read'; readonly problem: Problem }
  | { readonly status: 'refused'; readonly flaw: FormatFlaw };

/** A column as it stands in the file: what it costs and what it uses. */
interface Column {
  cost: number;
  readonly uses: Map<string, number>;
  readonly whole: boolean;
}

interface MpsModel {
  readonly rows: string[];
  readonly columns: Map<string, Column>;
  readonly limits: Map<string, number>;
  readonly ids: Map<string, string>;
}

/**
 * A problem from free MPS of this shape: L rows, whole columns between 0 and 1 in exactly one `p` row each, continuous
 * ones that free a soft row at a cost. Points are the negated costs. Anything else is refused with the line at fault.
 */
export function readMps(text: string): MpsReading {
  const model = parse(text);
  if ('where' in model) return { status: 'refused', flaw: model };
  return assemble(model);
}

const flawAt = (where: string, read: string, sv: string, en: string): FormatFlaw => ({
  where,
  read: read.slice(0, 80),
  expected: { sv, en },
});

function parse(text: string): MpsModel | FormatFlaw {
  const model: MpsModel = { rows: [], columns: new Map(), limits: new Map(), ids: new Map() };
  let section = '';
  let whole = false;
  let objective = '';
  for (const [index, line] of text.split('\n').entries()) {
    const at = `line ${index + 1}`;
    const comment = /^\* ([pr]\d+) (".*")\s*$/.exec(line);
    if (comment) model.ids.set(comment[1], unquoted(comment[2]));
    if (line.startsWith('*') || line.trim() === '') continue;
    const words = line.trim().split(/\s+/);
    if (!/^\s/.test(line)) {
      section = words[0];
      continue;
    }
    if (section === 'ROWS') {
      if (words[0] === 'N') objective = words[1];
      else if (words[0] === 'L') model.rows.push(words[1]);
      else return flawAt(at, line, 'raden N eller L', 'a row N or L');
    } else if (section === 'COLUMNS' && words.includes("'MARKER'")) {
      whole = words.includes("'INTORG'");
    } else if (section === 'COLUMNS' || section === 'RHS') {
      for (let i = 1; i + 1 < words.length; i += 2) {
        const value = Number(words[i + 1]);
        if (!Number.isSafeInteger(value)) return flawAt(at, words[i + 1], 'ett heltal', 'a whole number');
        if (section === 'RHS') model.limits.set(words[i], value);
        else addEntry(model, words[0], words[i] === objective ? null : words[i], value, whole);
      }
    } else if (section === 'BOUNDS' && !(words[0] === 'UP' && words[3] === '1') && words[0] !== 'BV') {
      return flawAt(at, line, 'UP … 1 eller BV', 'UP … 1 or BV');
    }
  }
  return model;
}

/** An id from its comment line; the text itself where somebody has edited the quotes away. */
function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

function addEntry(model: MpsModel, name: string, row: string | null, value: number, whole: boolean): void {
  const column = model.columns.get(name) ?? { cost: 0, uses: new Map<string, number>(), whole };
  if (row === null) column.cost += value;
  else column.uses.set(row, (column.uses.get(row) ?? 0) + value);
  model.columns.set(name, column);
}

function assemble({ rows, columns, limits, ids }: MpsModel): MpsReading {
  const builder = createProblemBuilder();
  const penalties = new Map<string, number>();
  for (const [name, column] of columns) {
    if (column.whole) continue;
    const [[row, amount] = ['', 0]] = column.uses;
    if (column.uses.size !== 1 || amount !== -1 || column.cost < 0) {
      const flaw = flawAt(
        name,
        row,
        'en kolumn med -1 i en rad',
        'a column with -1 in one row, at a cost from 0',
      );
      return { status: 'refused', flaw };
    }
    penalties.set(row, column.cost);
  }
  const isParticipant = (row: string): boolean => /^p\d+$/.test(row);
  const index = new Map<string, number>();
  for (const row of rows) {
    const id = ids.get(row) ?? row;
    if (isParticipant(row)) index.set(row, builder.participant(id));
    else index.set(row, builder.constraint(id, limits.get(row) ?? 0, penalties.get(row)));
  }
  for (const [name, column] of columns) {
    if (!column.whole) continue;
    const owners = [...column.uses.keys()].filter(isParticipant);
    const owner = owners.length === 1 ? index.get(owners[0]) : undefined;
    const unknown = [...column.uses.keys()].find((row) => !index.has(row));
    if (owner === undefined || unknown !== undefined) {
      const flaw = flawAt(
        name,
        unknown ?? owners.join(' '),
        'en kolumn i precis en p-rad',
        'a column in exactly one p row',
      );
      return { status: 'refused', flaw };
    }
    builder.option(owner, column.cost === 0 ? 0 : -column.cost);
    for (const [row, amount] of column.uses) {
      const r = index.get(row);
      if (r !== undefined && !isParticipant(row)) builder.use(r, amount);
    }
  }
  return { status: 'read', problem: builder.build() };
}
