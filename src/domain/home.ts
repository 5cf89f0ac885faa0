/** Where participants live: their own coordinates, or else the centre of their area. */
import type { ParticipantRow } from './tables/participants.ts';
import type { AreaRow } from './tables/teams.ts';

export interface Place {
  readonly lat: number;
  readonly lon: number;
}

/** A lookup of participants' homes in degrees. Throws where neither is known, which checkRegion has ruled out. */
export function homeOf(region: {
  readonly areas: readonly AreaRow[];
}): (participant: ParticipantRow) => Place {
  const centres = new Map(region.areas.map((area) => [area.name, { lat: area.lat, lon: area.lon }]));
  return ({ lat, lon, area }) => {
    if (lat !== undefined && lon !== undefined) return { lat, lon };
    const centre = centres.get(area);
    if (!centre) throw new Error('a participant has neither coordinates nor an area with a centre');
    return centre;
  };
}
