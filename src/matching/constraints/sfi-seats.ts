import { byId } from '../order.ts';
import { type Family, placeRows } from './family.ts';
import { countLabel, groupLabel } from './labels.ts';

/** `sfi:<id>`: an SFI group takes no more people than it has seats that are not held in reserve. Hard. */
export const sfiSeats: Family = (index, options) => {
  const groups = index.region.sfi_groups;
  const rowOf = new Int32Array(groups.length);
  const rows = byId(groups).map((group, row) => {
    rowOf[group] = row;
    const limit = index.groups.openSeats[group];
    const label = groupLabel(index, group);
    return {
      id: `sfi:${groups[group].id}`,
      limit,
      penalty: Number.POSITIVE_INFINITY,
      text: {
        sv: `Högst ${countLabel(limit, 'person', 'personer')} i ${label.sv}: så många öppna platser finns.`,
        en: `At most ${countLabel(limit, 'person', 'people')} in ${label.en}: so many seats are open.`,
      },
    };
  });
  return placeRows(rows, (option) => rowOf[options.sfi[option]]);
};
