/** The public instances in bench/public, by name, with what is known of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readAssignment } from './assignment.ts';
import { readGap } from './gap.ts';
import type { Minimum } from './minimum.ts';
import { readTransport } from './transport.ts';

const folder = join(import.meta.dirname, '..', 'public');

export type PublicKind = 'gap' | 'assign' | 'transport';

interface PublicInstance extends Minimum {
  /** The least cost, as published. */
  readonly optimum: number;
}

/** Least cost, published and solved again by others: see bench/public/README.md. */
const ASSIGN500_OPTIMUM = 991;

/** Reads an instance; throws where there is no such file or its optimum is not known. */
export function readPublic(kind: PublicKind, name: string): PublicInstance {
  if (kind === 'gap')
    return { ...readGap(text('gap', name), name), optimum: gapOptima().get(name) ?? unknown(name) };
  if (kind === 'assign') {
    const packed = readFileSync(join(folder, 'assign', `${name}.txt.gz`));
    return { ...readAssignment(gunzipSync(packed).toString(), name), optimum: ASSIGN500_OPTIMUM };
  }
  const solution = /^s (\d+)$/m.exec(text('transport', `${name}.sol`));
  return {
    ...readTransport(text('transport', `${name}.min`), name),
    optimum: solution ? Number(solution[1]) : unknown(name),
  };
}

/** The names of the generalised assignment instances and their optima, in the order of optima.csv. */
export function gapOptima(): ReadonlyMap<string, number> {
  const [, ...rows] = text('gap', 'optima.csv').trim().split(/\r?\n/);
  return new Map(
    rows.map((row) => {
      const [name, , , , optimum] = row.split(',');
      return [name, Number(optimum)];
    }),
  );
}

function text(...path: readonly string[]): string {
  return readFileSync(join(folder, ...path), 'utf8');
}

function unknown(name: string): never {
  throw new RangeError(`the optimum of ${name} is not known`);
}
