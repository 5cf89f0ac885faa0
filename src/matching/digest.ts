import { createHash } from 'node:crypto';
import type { Policy } from '../domain/policy.ts';
import type { Region } from '../domain/region.ts';
import { byText } from './order.ts';

/**
 * What a proposal was made from, as two SHA-256 sums in hexadecimal. The canonical form is: region.json without its policy, then every
 * table in the order of its name, its rows as JSON with keys in order of code units, one a line, the lines sorted. So the order of rows and
 * of columns never shows, and any other change does.
 */
export interface Digest {
  readonly region: string;
  readonly policy: string;
}

export function digestOf(region: Region, policy: Policy): Digest {
  return { region: regionDigest(region), policy: sum([canonicalJson(policy)]) };
}

function regionDigest(region: Region): string {
  const { format, name, period, provenance, policy: _, ...tables } = region;
  const lines = Object.entries(tables)
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([table, rows]) => [table, ...rows.map((row) => canonicalJson(row)).sort(byText)]);
  return sum([canonicalJson({ format, name, period, provenance }), ...lines]);
}

function sum(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${line}\n`);
  return hash.digest('hex');
}

/** JSON with the keys of every object in order; what is undefined is left out, as in JSON. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => byText(a, b)))
      : inner,
  );
}
