import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { kilometres, placesOf, reachChord, travelMinutes, travelTable } from '../../src/domain/travel.ts';

const rule = defaultPolicy.travel;
const farsta = { lat: 59.2436, lon: 18.0933, name: 'Farsta' };
const skarholmen = { lat: 59.2772, lon: 17.907, name: 'u-skarholmen' };

describe('travelMinutes', () => {
  test('takes the haversine distance', () => {
    const places = placesOf(travelTable([]), [
      farsta,
      skarholmen,
      { lat: 60.2436, lon: 18.0933, name: 'north' },
    ]);
    // By hand, with R = 6371.0088: hav = sin²(0.0168°) + cos 59.2436° cos 59.2772° sin²(0.09315°); d = 11.227 km.
    expect(kilometres(places.xyz, 0, places.xyz, 1)).toBeCloseTo(11.227, 2);
    // A degree of latitude is R x pi / 180.
    expect(kilometres(places.xyz, 0, places.xyz, 2)).toBeCloseTo(111.195, 3);
  });

  test('goes straight x detour at the speed of the policy, adds the fixed minutes and rounds up', () => {
    const table = travelTable([]);
    const places = placesOf(table, [farsta, skarholmen]);
    // 11.227 km x 1.3 / 18 km/h = 48.65 min, and 8.
    expect(travelMinutes(table, rule, places, 0, places, 1)).toBe(57);
    expect(travelMinutes(table, rule, places, 0, places, 0)).toBe(8);
  });

  test('believes travel.csv before the distance, and one direction for both where only one is given', () => {
    const table = travelTable([{ from: 'Farsta', to: 'u-skarholmen', minutes: 31 }]);
    const places = placesOf(table, [farsta, skarholmen, { ...skarholmen, name: 'elsewhere' }]);
    expect(travelMinutes(table, rule, places, 0, places, 1)).toBe(31);
    expect(travelMinutes(table, rule, places, 1, places, 0)).toBe(31);
    expect(travelMinutes(table, rule, places, 0, places, 2)).toBe(57);
  });

  test('keeps the two directions apart where both are given, and the longest of repeated rows', () => {
    const table = travelTable([
      { from: 'Farsta', to: 'u-skarholmen', minutes: 31 },
      { from: 'u-skarholmen', to: 'Farsta', minutes: 40 },
      { from: 'u-skarholmen', to: 'Farsta', minutes: 35 },
    ]);
    const places = placesOf(table, [farsta, skarholmen]);
    expect(travelMinutes(table, rule, places, 0, places, 1)).toBe(31);
    expect(travelMinutes(table, rule, places, 1, places, 0)).toBe(40);
  });
});

describe('reachChord', () => {
  test('just holds what is within the minutes', () => {
    const table = travelTable([]);
    const places = placesOf(table, [farsta, skarholmen]);
    const chord = Math.hypot(...[0, 1, 2].map((i) => places.xyz[i] - places.xyz[3 + i]));
    expect(reachChord(rule, 57)).toBeGreaterThan(chord);
    expect(reachChord(rule, 56)).toBeLessThan(chord);
  });

  test('holds nothing where the fixed minutes alone are too many', () => {
    expect(reachChord(rule, 7)).toBeLessThan(0);
  });
});
