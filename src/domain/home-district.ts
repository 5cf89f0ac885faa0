/**
 * The district that a participant belongs to: that of the unit nearest to their home in a straight line, for a region's files name districts of
 * units only. Of units equally near, the one whose id comes first counts, so that the order of rows never shows.
 */
import { homeOf } from './home.ts';
import type { ParticipantRow } from './tables/participants.ts';
import type { AreaRow, UnitRow } from './tables/teams.ts';
import { placesOf, travelTable } from './travel.ts';

/**
 * A lookup of participants' districts; null in a region without units. Cost: a look at every unit for each home that is not the same as an
 * earlier one.
 */
export function homeDistrictOf(region: {
  readonly areas: readonly AreaRow[];
  readonly units: readonly UnitRow[];
}): (participant: ParticipantRow) => string | null {
  const home = homeOf(region);
  const units = region.units.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const noTravel = travelTable([]);
  const { xyz } = placesOf(noTravel, units);
  const known = new Map<string, string | null>();
  const nearest = (lat: number, lon: number): string | null => {
    const [x, y, z] = placesOf(noTravel, [{ lat, lon, name: '' }]).xyz;
    let best = -1;
    let leastChord = Number.POSITIVE_INFINITY;
    for (let i = 0; i < units.length; i++) {
      const chord = (xyz[3 * i] - x) ** 2 + (xyz[3 * i + 1] - y) ** 2 + (xyz[3 * i + 2] - z) ** 2;
      if (chord < leastChord) {
        leastChord = chord;
        best = i;
      }
    }
    return best < 0 ? null : units[best].district;
  };
  return (participant) => {
    if (units.length === 0) return null;
    const { lat, lon } = home(participant);
    const place = `${lat} ${lon}`;
    const district = known.has(place) ? (known.get(place) ?? null) : nearest(lat, lon);
    known.set(place, district);
    return district;
  };
}
