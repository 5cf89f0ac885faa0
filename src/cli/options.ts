/** The options that match and solve share, checked in one place. */
import type { Command } from 'commander';
import { z } from 'zod';
import { type EngineName, engineNames } from '../../solver/engines/names.ts';
import type { Text } from '../domain/text.ts';
import { type Failure, failure } from '../errors.ts';
import type { Language } from './terminal.ts';

export interface SolveRequest {
  readonly engine: EngineName | 'auto';
  /** Milliseconds; Infinity for no limit. */
  readonly timeLimitMs: number;
  /** Units of work; undefined for no limit. */
  readonly workLimit: number | undefined;
  readonly gap: number;
  readonly seed: number;
  readonly out: string | null;
  readonly json: boolean;
}

const engine = ['auto', ...engineNames] as const;

/** What commander hands over: texts, or nothing. */
const given = z.object({
  engine: z.enum(engine),
  timeLimit: z.coerce.number().positive().optional(),
  workLimit: z.coerce.number().int().positive().optional(),
  gap: z.coerce.number().min(0).max(1),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  out: z.string().min(1).optional(),
  json: z.boolean().default(false),
});

const expected = {
  engine: { sv: `en av ${engine.join(', ')}`, en: `one of ${engine.join(', ')}` },
  timeLimit: { sv: 'ett antal sekunder över 0', en: 'a number of seconds above 0' },
  workLimit: { sv: 'ett heltal över 0', en: 'a whole number above 0' },
  gap: { sv: 'ett tal från 0 till 1', en: 'a number from 0 to 1' },
  seed: { sv: 'ett heltal från 0 till 2147483647', en: 'a whole number from 0 to 2147483647' },
  out: { sv: 'ett filnamn', en: 'a file name' },
  json: { sv: 'inget värde', en: 'no value' },
} as const;

const flag = {
  timeLimit: '--time-limit',
  workLimit: '--work-limit',
  engine: '--engine',
  gap: '--gap',
  seed: '--seed',
  out: '--out',
  json: '--json',
} as const;

export const regionHelp: Text = {
  sv: 'mapp, zip, arbetsbok (.xlsx) eller JSON',
  en: 'folder, zip, workbook (.xlsx) or JSON',
};

export const policyHelp: Text = {
  sv: 'policy i stället för regionens egen',
  en: "a policy instead of the region's own",
};

/** `gap` is the one that holds where none is given. */
export function addSolveOptions(command: Command, lang: Language, gap = '0'): Command {
  const sv = lang === 'sv';
  return command
    .option('--engine <name>', sv ? `motor: ${engine.join(', ')}` : `engine: ${engine.join(', ')}`, 'auto')
    .option('--time-limit <s>', sv ? 'längsta tid i sekunder' : 'longest time in seconds')
    .option(
      '--work-limit <n>',
      sv
        ? 'mest arbete i enheter om en miljon steg (motorn priced); samma svar varje gång'
        : 'most work in units of a million steps (engine priced); the same answer every time',
    )
    .option('--gap <g>', sv ? 'största tillåtna gap, 0.01 = 1 %' : 'largest gap allowed, 0.01 = 1%', gap)
    .option('--seed <n>', sv ? 'lottningens frö' : 'seed of the lottery', '0')
    .option(
      '--out <file>',
      sv
        ? 'skriv resultatet till en fil (.gz komprimeras)'
        : 'write the result to a file (.gz is compressed)',
    )
    .option('--json', sv ? 'resultatet som JSON på stdout' : 'the result as JSON on stdout');
}

/** The options as values, or the first one that is wrong. */
export function readSolveOptions(options: unknown): SolveRequest | Failure {
  const parsed = given.safeParse(options);
  if (parsed.success) {
    const { timeLimit, workLimit, out, ...rest } = parsed.data;
    return {
      ...rest,
      timeLimitMs: timeLimit === undefined ? Number.POSITIVE_INFINITY : timeLimit * 1000,
      workLimit,
      out: out ?? null,
    };
  }
  const name = given.keyof().parse(parsed.error.issues[0]?.path[0]);
  return failure('usage', {
    sv: `${flag[name]} ska vara ${expected[name].sv}.`,
    en: `${flag[name]} must be ${expected[name].en}.`,
  });
}
