import type { Row, Use } from './constraints/family.ts';
import { families } from './constraints/index.ts';
import { locks } from './constraints/lock.ts';
import { pointsOf } from './options.ts';
import { createPlaceFinder, type Place } from './place-finder.ts';
import type { PreviousPair } from './previous.ts';
import type { RegionIndex } from './region-index.ts';

/**
 * How things stand while officers decide: what the standing pairs use of every row, and what any further pair, eligible or not, would use.
 * It answers about one pair at a time without the region's problem, whose options would take seconds to find.
 *
 * The families say what an option uses by its place in the arrays of options. Here those arrays hold one option, written anew for each
 * question. Locks are left out: they say what a new proposal must keep, not what a place takes.
 *
 * Cost: once the rows of the region, then the rows that a pair uses, about ten.
 */
export interface Live {
  readonly index: RegionIndex;
  readonly rows: readonly Row[];
  /** Every place that the rules allow a participant (a row). */
  readonly placesOf: (participant: number) => readonly Place[];
  /** Per row: what the standing pairs use of it. */
  readonly used: Float64Array;
  /** Who stands where, by participant (a row). */
  readonly standing: ReadonlyMap<number, Standing>;
  /** How many stand in each team and in each SFI group. */
  readonly inTeam: Int32Array;
  readonly inSfi: Int32Array;
  /** Tells every row (an index into `rows`) that a pair uses, and how much. */
  readonly uses: (participant: number, standing: Standing, use: Use) => void;
}

export interface Standing extends Place {
  readonly points: number;
}

/**
 * Reads the pairs that stand. The index must know what the proposal knew as previous, or its points are others. Pairs that the region no
 * longer has take no seat.
 */
export function liveOf(index: RegionIndex, pairs: readonly PreviousPair[]): Live {
  const { rows, uses } = onePairRows(index);
  const used = new Float64Array(rows.length);
  const standing = new Map<number, Standing>();
  const inTeam = new Int32Array(index.region.teams.length);
  const inSfi = new Int32Array(index.region.sfi_groups.length);
  for (const pair of pairs) {
    const p = index.names.participant.get(pair.participant);
    const team = index.names.team.get(pair.team);
    const sfi = index.names.sfi.get(pair.sfiGroup);
    if (p === undefined || team === undefined || sfi === undefined || standing.has(p)) continue;
    const stands = { team, sfi, points: pointsOf(index, p, team, sfi) };
    standing.set(p, stands);
    inTeam[team]++;
    inSfi[sfi]++;
    uses(p, stands, (row, amount) => {
      used[row] += amount;
    });
  }
  return { index, rows, placesOf: createPlaceFinder(index), used, standing, inTeam, inSfi, uses };
}

function onePairRows(index: RegionIndex): Pick<Live, 'rows' | 'uses'> {
  const int = () => new Int32Array(1);
  const only = {
    participant: int(),
    team: int(),
    sfi: int(),
    points: int(),
    teamMinutes: int(),
    sfiMinutes: int(),
    conditional: new Uint8Array(1),
    start: new Int32Array(index.region.participants.length + 1),
  };
  const made = families.filter((family) => family !== locks).map((family) => family(index, only));
  const rows = made.flatMap((family) => family.rows);
  return {
    rows,
    uses: (participant, { team, sfi, points }, use) => {
      only.participant[0] = participant;
      only.team[0] = team;
      only.sfi[0] = sfi;
      only.points[0] = points;
      let first = 0;
      for (const family of made) {
        const before = first;
        family.uses(0, (row, amount) => use(before + row, amount));
        first += family.rows.length;
      }
    },
  };
}
