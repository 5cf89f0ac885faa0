/** Regions whose texts and numbers are anything that their columns allow. */
import fc from 'fast-check';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { type Region, regionTables } from '../../src/domain/region.ts';
import { smallRegion } from './small-region.ts';

const risky = fc.constantFrom(
  '',
  '=',
  '+',
  '-',
  '@',
  "'",
  "'=",
  '"',
  ',',
  ';',
  '<5',
  '＝',
  ';=',
  ',"-',
  "a\n'@",
  '_x0041_',
  '&amp;',
  'true',
);
const nameCell = regionTables.units.shape.name;
const reasonCell = regionTables.decisions.shape.reason;
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...' \t\n,;"\'=+-@＠åÅ'),
    fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
  ),
  maxLength: 30,
});
/** A name that a cell may hold, often with what spreadsheets and separators make of it. */
export const anyName = fc
  .tuple(risky, text)
  .map(([sign, rest]) => sign + rest)
  .filter((value) => nameCell.safeParse(value).success);
const reason = fc
  .tuple(risky, text)
  .map(([sign, rest]) => sign + rest)
  .filter((value) => reasonCell.safeParse(value).success);
const degree = (most: number) =>
  fc.double({ min: -most, max: most, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const count = fc.integer({ min: 0, max: 1_000_000 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const someOf = <T>(...items: T[]) => fc.subarray(items);

/** The small region with free values in every column that nothing else refers to. */
export const anyRegion: fc.Arbitrary<Region> = fc
  .record({
    name: anyName,
    unitName: anyName,
    teamName: anyName,
    principal: anyName,
    district: anyName,
    area: anyName,
    provider: anyName,
    reason,
  })
  .chain((texts) =>
    fc
      .record({
        lat: degree(90),
        lon: degree(180),
        seats: count,
        share: optional(fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs)),
      })
      .chain((numbers) =>
        fc
          .record({
            home: optional(fc.record({ lat: degree(90), lon: degree(180) })),
            roles: someOf('childminder' as const, 'library' as const, 'kitchen' as const),
            forms: someOf('preschool' as const, 'leisure' as const),
            competences: someOf('music', 'it', 'sewing'),
            pupils: fc.oneof(count, fc.constant('<5' as const)),
            hours: fc.double({ min: 0, max: 40, noNaN: true }).map(Math.abs),
            optionals: fc.boolean(),
          })
          .map((more) => regionOf(texts, numbers, more)),
      ),
  );

function regionOf(
  texts: Record<
    'name' | 'unitName' | 'teamName' | 'principal' | 'district' | 'area' | 'provider' | 'reason',
    string
  >,
  numbers: { lat: number; lon: number; seats: number; share: number | undefined },
  more: {
    home: { lat: number; lon: number } | undefined;
    roles: ('childminder' | 'library' | 'kitchen')[];
    forms: ('preschool' | 'leisure')[];
    competences: string[];
    pupils: number | '<5';
    hours: number;
    optionals: boolean;
  },
): Region {
  const [participant] = smallRegion.participants;
  const [team] = smallRegion.teams;
  const { lat, lon, seats, share } = numbers;
  return {
    ...smallRegion,
    name: texts.name,
    ...(more.optionals ? { policy: defaultPolicy, provenance: texts.reason } : {}),
    areas: [{ name: texts.area, lat, lon }],
    participants: [
      {
        ...participant,
        ...more.home,
        area: texts.area,
        roles: more.roles,
        school_forms: more.forms,
        competences: more.competences,
        min_team_hours: more.hours,
      },
    ],
    units: [
      {
        ...smallRegion.units[0],
        name: texts.unitName,
        principal: texts.principal,
        district: texts.district,
        lat,
        lon,
      },
    ],
    teams: [
      {
        ...team,
        name: texts.teamName,
        seats,
        reserved_seats: seats,
        min_hours: more.hours,
        ...(share === undefined ? {} : { women_share_min: share }),
      },
    ],
    team_languages: [
      { ...smallRegion.team_languages[0], pupils: more.pupils, pupils_last_year: more.pupils },
    ],
    sfi_groups: [{ ...smallRegion.sfi_groups[0], provider: texts.provider }],
    extracts: [{ ...smallRegion.extracts[0], principal: texts.principal }],
    decisions: [{ ...smallRegion.decisions[0], reason: texts.reason }],
    travel: more.optionals ? [{ from: 'u1', to: 's1', minutes: 5 }] : [],
    team_backgrounds: more.optionals ? smallRegion.team_backgrounds : [],
  };
}
