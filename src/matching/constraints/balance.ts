import type { Text } from '../../domain/text.ts';
import { byId, byText } from '../order.ts';
import { type Family, noRows, penaltyOf, placeRows } from './family.ts';
import { countLabel, percentLabel } from './labels.ts';
import { floorOfShare } from './whole-share.ts';

/**
 * `unit:<id>` and `district:<name>`: the load is spread. One unit, or one district, takes at most a share of today's pool (everybody in the
 * batch, placed or not), rounded down to whole people: a fixed limit, not one that moves with how many are placed.
 */
export const unitBalance: Family = (index, options) => {
  const { unit_share: share, penalty } = index.policy.balance;
  if (share === null) return noRows;
  const { units, participants } = index.region;
  const limit = floorOfShare(share, participants.length);
  const rowOf = new Int32Array(units.length);
  const rows = byId(units).map((unit, row) => {
    rowOf[unit] = row;
    const { id, name } = units[unit];
    const text = sentence(limit, share, { sv: `${name} (${id})`, en: `${name} (${id})` });
    return { id: `unit:${id}`, limit, penalty: penaltyOf(penalty), text };
  });
  return placeRows(rows, (option) => rowOf[index.teams.unit[options.team[option]]]);
};

export const districtBalance: Family = (index, options) => {
  const { district_share: share, penalty } = index.policy.balance;
  if (share === null) return noRows;
  const limit = floorOfShare(share, index.region.participants.length);
  const names = [...index.districts].sort(byText);
  const rows = names.map((name) => ({
    id: `district:${name}`,
    limit,
    penalty: penaltyOf(penalty),
    text: sentence(limit, share, { sv: `stadsdelen ${name}`, en: `the district ${name}` }),
  }));
  const rowOf = Int32Array.from(index.districts, (name) => names.indexOf(name));
  return placeRows(rows, (option) => rowOf[index.units.district[index.teams.unit[options.team[option]]]]);
};

function sentence(limit: number, share: number, place: Text): Text {
  const percent = percentLabel(share);
  return {
    sv: `Högst ${countLabel(limit, 'person', 'personer')} vid ${place.sv}: ${percent.sv} av alla som väntar.`,
    en: `At most ${countLabel(limit, 'person', 'people')} at ${place.en}: ${percent.en} of all who wait.`,
  };
}
