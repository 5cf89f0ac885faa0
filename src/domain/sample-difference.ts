/** A difference cut to what a person looks at: the counts tell how much there is, and so many rows of each kind show what it is like. */
import type { RegionDifference } from './region-difference.ts';

/** At most `most` added, removed and changed rows of each table; the counts stay. */
export function sampleDifference(difference: RegionDifference, most: number): RegionDifference {
  return {
    ...difference,
    tables: difference.tables.map((table) => ({
      ...table,
      added: table.added.slice(0, most),
      removed: table.removed.slice(0, most),
      changed: table.changed.slice(0, most),
    })),
  };
}
