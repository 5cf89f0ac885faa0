import { placesOfTeam } from './constraints/places.ts';
import type { Live } from './live.ts';
import { pointsOf } from './options.ts';
import { byText } from './order.ts';
import type { Place } from './place-finder.ts';
import type { RegionIndex } from './region-index.ts';

/**
 * All places that the rules allow one participant, best first as the whole assignment sees them: points less what the place takes from
 * others, at the prices of the standing proposal. Only that person's options are found, so that the answer is there at once.
 *
 * Prices are those of constraints. Where a proposal's proof leans on cuts, what the cuts charge is not in them; explain/standing.ts has it.
 */
export interface RankedPlace {
  readonly team: string;
  readonly unit: string;
  readonly sfiGroup: string;
  readonly points: number;
  /** What the place is worth to others, in points. */
  readonly price: number;
  /** points - price: what the order goes by. */
  readonly net: number;
  /** Seats that are neither taken by those who stand there nor held in reserve; the person's own seat counts as free. */
  readonly teamSeatsLeft: number;
  readonly sfiSeatsLeft: number;
}

/** Prices by row, from a proposal's prices by id; those of rows that the region no longer has are left out. */
export function pricesOf({ rows }: Live, byId: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from(rows, ({ id }) => (Object.hasOwn(byId, id) ? byId[id] : 0));
}

/** Ranks one participant's (a row's) places; ties by points, then by the ids of team and SFI group. */
export function rankPlaces(live: Live, prices: Float64Array, participant: number): readonly RankedPlace[] {
  const { index, standing, inTeam, inSfi } = live;
  const own = standing.get(participant);
  return live
    .placesOf(participant)
    .map(({ team, sfi }) => {
      const points = pointsOf(index, participant, team, sfi);
      let price = 0;
      live.uses(participant, { team, sfi, points }, (row, amount) => {
        price += amount * prices[row];
      });
      return {
        ...names(index, { team, sfi }),
        points,
        price,
        net: points - price,
        teamSeatsLeft: placesOfTeam(index, team) - inTeam[team] + (own?.team === team ? 1 : 0),
        sfiSeatsLeft: index.groups.openSeats[sfi] - inSfi[sfi] + (own?.sfi === sfi ? 1 : 0),
      };
    })
    .sort((a, b) => b.net - a.net || b.points - a.points || byPlace(a, b));
}

function names({ region }: RegionIndex, { team, sfi }: Place) {
  return {
    team: region.teams[team].id,
    unit: region.teams[team].unit,
    sfiGroup: region.sfi_groups[sfi].id,
  };
}

function byPlace(
  a: Pick<RankedPlace, 'team' | 'sfiGroup'>,
  b: Pick<RankedPlace, 'team' | 'sfiGroup'>,
): number {
  return byText(a.team, b.team) || byText(a.sfiGroup, b.sfiGroup);
}
