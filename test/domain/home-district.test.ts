import fc from 'fast-check';
import { expect, test } from 'vitest';
import { homeDistrictOf } from '../../src/domain/home-district.ts';
import { smallRegion } from '../files/small-region.ts';

const [participant] = smallRegion.participants;
const [unit] = smallRegion.units;

test('a person belongs to the district of the nearest unit, over the pole and over the date line too', () => {
  const units = [
    { ...unit, id: 'a', district: 'East', lat: 66, lon: -179.9 },
    { ...unit, id: 'b', district: 'West', lat: 66, lon: 170 },
    { ...unit, id: 'c', district: 'Pole', lat: 89, lon: 0 },
  ];
  const districtOf = homeDistrictOf({ areas: [], units });
  expect(districtOf({ ...participant, lat: 66, lon: 179.9 })).toBe('East');
  expect(districtOf({ ...participant, lat: 66, lon: 174 })).toBe('West');
  expect(districtOf({ ...participant, lat: 89, lon: 180 })).toBe('Pole');
});

test('where nobody knows better, the centre of the area is the home; without units there is no district', () => {
  const areas = [{ name: participant.area, lat: 59, lon: 18 }];
  const { lat: _, lon: __, ...homeless } = participant;
  expect(homeDistrictOf({ areas, units: [{ ...unit, district: 'Here' }] })(homeless)).toBe('Here');
  expect(homeDistrictOf({ areas, units: [] })(homeless)).toBeNull();
});

test('the order of rows never shows, though several units stand in one place', () => {
  const units = ['x', 'y', 'z'].map((id) => ({ ...unit, id, district: id }));
  fc.assert(
    fc.property(fc.shuffledSubarray(units, { minLength: 3 }), (shuffled) => {
      expect(homeDistrictOf({ areas: smallRegion.areas, units: shuffled })(participant)).toBe('x');
    }),
  );
});
