/** What is wrong with the values of one row, named by column: from zod's issues to sentences. */
import type { z } from 'zod';
import { echo, identityNumberMessage, looksLikeIdentityNumber } from '../domain/checks/input-problem.ts';
import type { Text } from '../domain/text.ts';
import { type CellNote, readCell } from './cells.ts';
import type { Column } from './columns.ts';
import * as say from './messages.ts';
import type { TextPool } from './text-pool.ts';
import { type Cell, cellText, readTypedCell } from './typed-cells.ts';

export interface Fault {
  readonly column: string | null;
  readonly value: unknown;
  readonly message: Text;
}

export type RawRow = Readonly<Record<string, unknown>>;

export interface CellsReading {
  readonly raw: RawRow;
  /** Columns whose cells cannot be judged by the schema. */
  readonly faults: readonly Fault[];
  readonly notes: readonly { readonly column: string; readonly note: CellNote }[];
}

/** The values of a row; `cells` has one cell per column of the header. */
export function readCells(header: readonly Column[], cells: readonly Cell[], pool: TextPool): CellsReading {
  const raw: Record<string, unknown> = {};
  const faults: Fault[] = [];
  const notes: { column: string; note: CellNote }[] = [];
  for (let i = 0; i < header.length; i++) {
    const column = header[i];
    const cell = cells[i];
    const reading =
      typeof cell === 'string'
        ? readCell(column.kind === 'number' ? cell : pool(cell), column)
        : readTypedCell(cell, column);
    if (reading.status === 'unfit') {
      const message = say.unfitMessage(reading.why, column);
      faults.push({ column: column.name, value: cellText(cell), message });
    } else if (reading.status === 'value') {
      raw[column.name] = reading.value;
      if (reading.note) notes.push({ column: column.name, note: reading.note });
    } else if (column.required && column.kind === 'list') raw[column.name] = [];
    else if (column.emptyText && column.required) raw[column.name] = '';
  }
  return { raw, faults, notes };
}

/** Faults of a row beyond those already found: identity numbers, and what the schema refused. One per column. */
export function judgeRow(
  columns: readonly Column[],
  raw: RawRow,
  issues: readonly z.core.$ZodIssue[],
  already: readonly Fault[],
): readonly Fault[] {
  const faults = new Map(already.map((fault) => [fault.column, fault]));
  for (const column of columns)
    if (!faults.has(column.name) && holdsIdentityNumber(column, raw[column.name]))
      faults.set(column.name, { column: column.name, value: null, message: identityNumberMessage });
  for (const issue of issues)
    for (const fault of explain(issue, columns, raw))
      if (!faults.has(fault.column)) faults.set(fault.column, fault);
  return [...faults.values()];
}

/** Whether a text column holds what looks like an identity number; columns of other kinds refuse it anyway. */
export function holdsIdentityNumber(column: Column, value: unknown): boolean {
  if (column.kind === 'list')
    return (
      Array.isArray(value) && value.some((item) => typeof item === 'string' && looksLikeIdentityNumber(item))
    );
  return column.kind === 'text' && typeof value === 'string' && looksLikeIdentityNumber(value);
}

function explain(issue: z.core.$ZodIssue, columns: readonly Column[], raw: RawRow): readonly Fault[] {
  const known = columns.map((column) => column.name);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({
      column: echo(name),
      value: null,
      message: say.unknownColumnMessage(name, known),
    }));
  const column = columns.find((candidate) => candidate.name === issue.path[0]);
  if (!column) return [];
  const whole = raw[column.name];
  const value = Array.isArray(whole) && typeof issue.path[1] === 'number' ? whole[issue.path[1]] : whole;
  const message = value === undefined ? say.emptyMessage(column) : say.valueMessage(column, value);
  return [{ column: column.name, value, message }];
}
