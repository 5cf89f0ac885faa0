/** Where and with what a run was made, without any name of the machine. */
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Results } from './outcome.ts';

const root = join(import.meta.dirname, '..', '..');
const manifest = z.object({ name: z.string(), version: z.string() });
const solvers = ['highs', 'javascript-lp-solver', 'yalps', 'glpk.js', 'or-tools-wasm'];

export function machine(): Results['machine'] {
  return {
    cores: availableParallelism(),
    model: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    load: Math.round(loadavg()[0] * 10) / 10,
  };
}

/** Of Node, of this project and of the solvers that are installed. */
export function versions(): Record<string, string> {
  const installed = solvers.flatMap((name) => versionAt(join(root, 'node_modules', name, 'package.json')));
  return Object.fromEntries([
    ['node', process.versions.node],
    ...versionAt(join(root, 'package.json')),
    ...installed,
  ]);
}

function versionAt(path: string): readonly (readonly [string, string])[] {
  try {
    const { name, version } = manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
    return [[name, version]];
  } catch {
    return [];
  }
}
