/** What region.json says beside the tables, as one list of fields with dotted names (period.from, policy.weights.language). */
import type { Region } from './region.ts';

export interface RegionField {
  readonly path: string;
  /** A text, number or truth; null and lists (of numbers) in the policy. */
  readonly value: unknown;
}

/** The fields of a region's head in the order in which they are written; those that are missing are left out. */
export function regionFields(region: Region): readonly RegionField[] {
  const { format, name, period, provenance, policy } = region;
  return leaves({ format, name, period, provenance, policy }, []);
}

function leaves(value: unknown, path: readonly string[]): readonly RegionField[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ path: path.join('.'), value }];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}
