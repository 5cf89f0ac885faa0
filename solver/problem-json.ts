import type { Problem } from './problem.ts';

/**
 * resursutbyte/problem@1: a problem as JSON. Unknown keys are ignored, for a generator may add a name or groups of its
 * own. The arrays may hold millions of numbers, so they are checked in one loop each, not by a schema.
 */
export const PROBLEM_FORMAT = 'resursutbyte/problem@1';

/** What is wrong with a file: where, what was read, and what is expected in Swedish and English. */
export interface FormatFlaw {
  readonly where: string;
  readonly read: string;
  readonly expected: { readonly sv: string; readonly en: string };
}

export type ProblemReading =
  | { readonly status: 'read'; readonly problem: Problem }
  | { readonly status: 'refused'; readonly flaw: FormatFlaw };

/** Thrown inside this file only, to leave nested checks at the first flaw. */
class Refusal extends Error {
  readonly flaw: FormatFlaw;
  constructor(where: string, read: unknown, sv: string, en: string) {
    super(en);
    const text =
      typeof read === 'object' && read !== null
        ? Array.isArray(read)
          ? 'a list'
          : 'an object'
        : String(read);
    this.flaw = { where, read: text.slice(0, 80), expected: { sv, en } };
  }
}

/** A problem from a parsed JSON value. Amounts of the same constraint within an option are added up. */
export function readProblem(json: unknown): ProblemReading {
  try {
    return { status: 'read', problem: problemFrom(json) };
  } catch (error) {
    if (error instanceof Refusal) return { status: 'refused', flaw: error.flaw };
    throw error;
  }
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new Refusal(where, value, 'ett objekt', 'an object');
}

function list(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Refusal(where, value, 'en lista', 'a list');
}

function wholeNumber(
  value: unknown,
  where: string,
  least = -Number.MAX_SAFE_INTEGER,
  most = Number.MAX_SAFE_INTEGER,
): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most)
    return value;
  const bounded = least > -Number.MAX_SAFE_INTEGER || most < Number.MAX_SAFE_INTEGER;
  throw new Refusal(
    where,
    value,
    bounded ? `ett heltal från ${least} till ${most}` : 'ett heltal, mindre än 2^53',
    bounded ? `a whole number from ${least} to ${most}` : 'a whole number below 2^53',
  );
}

function uniqueIds(values: readonly unknown[], where: string): string[] {
  const seen = new Set<string>();
  values.forEach((id, i) => {
    if (typeof id !== 'string') throw new Refusal(`${where}[${i}]`, id, 'ett id (text)', 'an id (text)');
    if (seen.has(id))
      throw new Refusal(
        `${where}[${i}]`,
        id,
        'ett id som inte redan finns',
        'an id that is not there already',
      );
    seen.add(id);
  });
  return [...seen];
}

function problemFrom(json: unknown): Problem {
  const file = record(json, '(file)');
  if (file.format !== PROBLEM_FORMAT)
    throw new Refusal('format', file.format, PROBLEM_FORMAT, PROBLEM_FORMAT);
  const participants = uniqueIds(list(file.participants, 'participants'), 'participants');
  const rows = list(file.constraints, 'constraints').map((row, r) => record(row, `constraints[${r}]`));
  const constraints = uniqueIds(
    rows.map((row) => row.id),
    'constraints.id',
  );
  const limit = Float64Array.from(rows, (row, r) => wholeNumber(row.limit, `constraints[${r}].limit`));
  const penalty = Float64Array.from(rows, (row, r) =>
    row.penalty === null || row.penalty === undefined
      ? Number.POSITIVE_INFINITY
      : wholeNumber(row.penalty, `constraints[${r}].penalty`, 0),
  );
  const options = record(file.options, 'options');
  const participant = indices(options.participant, 'options.participant', participants.length);
  const score = Float64Array.from(sized(options.score, 'options.score', participant.length), (s, k) =>
    wholeNumber(s, `options.score[${k}]`),
  );
  return {
    participants,
    constraints,
    limit,
    penalty,
    participant,
    score,
    ...uses(options, participant.length, constraints.length),
    ...(options.team !== undefined && { team: places(options.team, 'options.team', participant.length) }),
    ...(options.sfi !== undefined && { sfi: places(options.sfi, 'options.sfi', participant.length) }),
  };
}

function sized(value: unknown, where: string, length: number): readonly unknown[] {
  const values = list(value, where);
  if (values.length === length) return values;
  throw new Refusal(where, `${values.length}`, `${length} värden`, `${length} values`);
}

function indices(value: unknown, where: string, size: number): Int32Array {
  return Int32Array.from(list(value, where), (x, i) => wholeNumber(x, `${where}[${i}]`, 0, size - 1));
}

function places(value: unknown, where: string, length: number): Int32Array {
  return Int32Array.from(sized(value, where, length), (x, k) =>
    wholeNumber(x, `${where}[${k}]`, -1, 2 ** 31 - 1),
  );
}

function uses(
  options: Record<string, unknown>,
  count: number,
  constraints: number,
): Pick<Problem, 'useStart' | 'useConstraint' | 'useAmount'> {
  const named = indices(options.constraint, 'options.constraint', constraints);
  const amounts = sized(options.amount, 'options.amount', named.length);
  const start = sized(options.start, 'options.start', count + 1);
  const useStart = new Int32Array(count + 1);
  const useConstraint = new Int32Array(named.length);
  const useAmount = new Float64Array(named.length);
  /** Per constraint: where the option at hand has its entry. */
  const entryOf = new Int32Array(constraints).fill(-1);
  wholeNumber(start[0], 'options.start[0]', 0, 0);
  let written = 0;
  for (let k = 0, from = 0; k < count; k++) {
    const to = wholeNumber(start[k + 1], `options.start[${k + 1}]`, from, named.length);
    for (; from < to; from++) {
      const amount = wholeNumber(amounts[from], `options.amount[${from}]`);
      const r = named[from];
      if (entryOf[r] >= useStart[k]) {
        useAmount[entryOf[r]] = wholeNumber(useAmount[entryOf[r]] + amount, `options.amount[${from}]`);
        continue;
      }
      entryOf[r] = written;
      useConstraint[written] = r;
      useAmount[written++] = amount;
    }
    useStart[k + 1] = written;
  }
  wholeNumber(start[count], `options.start[${count}]`, named.length, named.length);
  return { useStart, useConstraint: useConstraint.slice(0, written), useAmount: useAmount.slice(0, written) };
}

/** The text of a problem@1 file, in pieces of bounded size: a large one would not fit into one string. */
export function* writeProblem(problem: Problem): Generator<string> {
  const constraints = problem.constraints.map((id, r) => ({
    id,
    limit: problem.limit[r],
    penalty: problem.penalty[r] === Number.POSITIVE_INFINITY ? null : problem.penalty[r],
  }));
  yield `{"format":${JSON.stringify(PROBLEM_FORMAT)},"participants":${JSON.stringify(problem.participants)}`;
  yield `,"constraints":${JSON.stringify(constraints)},"options":{`;
  const arrays = {
    participant: problem.participant,
    score: problem.score,
    start: problem.useStart,
    constraint: problem.useConstraint,
    amount: problem.useAmount,
    ...(problem.team && { team: problem.team }),
    ...(problem.sfi && { sfi: problem.sfi }),
  };
  let separator = '';
  for (const [name, values] of Object.entries(arrays)) {
    yield `${separator}"${name}":[`;
    for (let i = 0; i < values.length; i += PIECE) {
      yield (i > 0 ? ',' : '') + values.subarray(i, i + PIECE).join(',');
    }
    yield ']';
    separator = ',';
  }
  yield '}}\n';
}

const PIECE = 20_000;
