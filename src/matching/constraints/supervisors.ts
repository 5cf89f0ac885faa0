import { byId } from '../order.ts';
import { type Family, placeRows } from './family.ts';
import { countLabel, teamLabel } from './labels.ts';
import { supervisedPlaces } from './places.ts';

/** `supervisors:<team>`: no more people than the team's supervisors can receive; only where that is fewer than the seats. Hard. */
export const supervisors: Family = (index, options) => {
  const { teams } = index.region;
  const rowOf = new Int32Array(teams.length).fill(-1);
  const tight = byId(teams).filter((team) => supervisedPlaces(index, team) < index.teams.openSeats[team]);
  const rows = tight.map((team, row) => {
    rowOf[team] = row;
    const limit = supervisedPlaces(index, team);
    const label = teamLabel(index, team);
    return {
      id: `supervisors:${teams[team].id}`,
      limit,
      penalty: Number.POSITIVE_INFINITY,
      text: {
        sv: `Högst ${countLabel(limit, 'person', 'personer')} i ${label.sv}: fler räcker handledarna inte till.`,
        en: `At most ${countLabel(limit, 'person', 'people')} in ${label.en}: its supervisors can receive no more.`,
      },
    };
  });
  return placeRows(rows, (option) => rowOf[options.team[option]]);
};
