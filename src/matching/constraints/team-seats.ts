import { byId } from '../order.ts';
import { type Family, placeRows } from './family.ts';
import { countLabel, teamLabel } from './labels.ts';

/** `team:<id>`: a team takes no more people than it has seats that are not held in reserve. Hard. */
export const teamSeats: Family = (index, options) => {
  const { teams } = index.region;
  const order = byId(teams);
  const rowOf = new Int32Array(teams.length);
  const rows = order.map((team, row) => {
    rowOf[team] = row;
    const limit = index.teams.openSeats[team];
    const label = teamLabel(index, team);
    return {
      id: `team:${teams[team].id}`,
      limit,
      penalty: Number.POSITIVE_INFINITY,
      text: {
        sv: `Högst ${countLabel(limit, 'person', 'personer')} i ${label.sv}: så många öppna platser finns.`,
        en: `At most ${countLabel(limit, 'person', 'people')} in ${label.en}: so many seats are open.`,
      },
    };
  });
  return placeRows(rows, (option) => rowOf[options.team[option]]);
};
