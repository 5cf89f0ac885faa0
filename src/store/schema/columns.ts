/** The kinds of column that tables have, as kysely types: what is read, what may be inserted, what may be updated. */
import type { ColumnType, GeneratedAlways } from 'kysely';

/** JSON is written as its text (JSON.stringify), and read as what it stands for, to be parsed by whoever knows its schema. */
export type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;

/** Written once. */
export type Fixed<T> = ColumnType<T, T, never>;
export type OptionalFixed<T> = ColumnType<T | null, T | null | undefined, never>;
export type FixedJson = ColumnType<unknown, string, never>;
export type OptionalFixedJson = ColumnType<unknown, string | null | undefined, never>;

/** Given by the database where it is not given. */
export type FixedDefault<T> = ColumnType<T, T | undefined, never>;

/** Numbered, or drawn from other columns, by the database. */
export type Given<T> = GeneratedAlways<T>;

export type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** 1 at first; whoever changes a row demands the version that they saw and writes the next. */
export type Version = ColumnType<number, undefined, number>;
