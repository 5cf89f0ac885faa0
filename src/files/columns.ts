/**
 * What each column of a table holds, compiled once from the zod schema of its rows, so that the schema stays the only
 * place that says it.
 */
import { z } from 'zod';
import { regionTables, type TableName } from '../domain/region.ts';
import * as cell from '../domain/tables/cells.ts';
import { type FollowupTableName, followupTables } from '../domain/tables/followup.ts';
import type { Text } from '../domain/text.ts';

/** A table of a region or of its follow-up. */
export type AnyTableName = TableName | FollowupTableName;

type ColumnKind = 'number' | 'flag' | 'list' | 'date' | 'time' | 'choice' | 'text';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly required: boolean;
  /** Whether an empty cell is a value of its own (an empty text) where the column is required. */
  readonly emptyText: boolean;
  readonly expected: Text;
  /** The words that a choice allows. */
  readonly choices: readonly string[];
}

const columns = new Map(
  Object.entries({ ...regionTables, ...followupTables }).map(([table, schema]) => [
    table,
    Object.entries<z.ZodType>(schema.shape).map(([name, type]) => describe(name, type)),
  ]),
);

/** The columns of a table in the order of its schema, in which they are also written. */
export function columnsOf(table: AnyTableName): readonly Column[] {
  return columns.get(table) ?? [];
}

function describe(name: string, type: z.ZodType): Column {
  const inner = type instanceof z.ZodOptional ? type.unwrap() : type;
  const kind = kindOf(inner);
  return {
    name,
    kind,
    required: !(type instanceof z.ZodOptional),
    emptyText: kind === 'text' && z.safeParse(inner, '').success,
    expected: expectedOf(inner),
    choices: choicesOf(inner instanceof z.ZodArray ? inner.element : inner),
  };
}

function kindOf(type: z.core.$ZodType): ColumnKind {
  if (type === cell.date) return 'date';
  if (type === cell.time) return 'time';
  if (type instanceof z.ZodArray) return 'list';
  if (type instanceof z.ZodBoolean) return 'flag';
  if (type instanceof z.ZodEnum) return 'choice';
  return type instanceof z.ZodNumber || type instanceof z.ZodUnion ? 'number' : 'text';
}

function expectedOf(type: z.core.$ZodType): Text {
  const known = cell.expectations.get(type);
  if (known) return known;
  if (type instanceof z.ZodArray) {
    const item = expectedOf(type.element);
    return {
      sv: `${item.sv}; flera åtskilda av semikolon`,
      en: `${item.en}; several separated by semicolons`,
    };
  }
  const words = choicesOf(type);
  if (words.length === 0) throw new Error('a column has no words for what it expects');
  return { sv: `något av ${words.join(', ')}`, en: `one of ${words.join(', ')}` };
}

function choicesOf(type: z.core.$ZodType): readonly string[] {
  if (type instanceof z.ZodEnum) return type.options.map(String);
  if (type instanceof z.ZodLiteral) return [...type.values].map(String);
  if (type instanceof z.ZodUnion) return type.options.flatMap(choicesOf);
  return [];
}
