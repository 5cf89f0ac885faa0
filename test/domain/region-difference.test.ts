import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { type Region, tableNames } from '../../src/domain/region.ts';
import {
  type RegionDifference,
  regionDifference,
  regionDifferenceSchema,
} from '../../src/domain/region-difference.ts';
import { anyRegion } from '../files/any-region.ts';
import { smallRegion } from '../files/small-region.ts';

const [participant] = smallRegion.participants;
const [team] = smallRegion.teams;

/** A region with any participants, teams, sessions and decisions, each of few keys, so that two versions share some. */
const version: fc.Arbitrary<Region> = fc
  .record({
    people: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.constantFrom(10, 20, 30)), {
      selector: ([id]) => id,
    }),
    teams: fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 4 }), fc.option(fc.boolean(), { nil: undefined })),
      {
        selector: ([id]) => id,
      },
    ),
    absences: fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.constantFrom('15:00', '16:00'))),
    keepPoints: fc.constantFrom(100, 200),
  })
  .map(({ people, teams, absences, keepPoints }) => ({
    ...smallRegion,
    policy: { ...defaultPolicy, keep_points: keepPoints },
    participants: people.map(([id, minutes]) => ({
      ...participant,
      id: `p${id}`,
      max_commute_min: minutes,
      ...(minutes === 30 ? {} : { lat: 59, lon: minutes }),
    })),
    teams: teams.map(([id, music]) => ({
      ...team,
      id: `t${id}`,
      competences: music === undefined ? [] : music ? ['music'] : ['music', 'it'],
    })),
    sessions: absences.map(([id, end]) => ({
      owner: 'participant' as const,
      id: `p${id}`,
      weekday: 'fri' as const,
      start: '14:00',
      end,
    })),
  }));

/** Every change turned round. */
function reversed({ fields, tables }: RegionDifference) {
  return {
    fields: fields.map(({ path, from, to }) => ({ path, from: to, to: from })),
    tables: tables.map(({ table, counts, added, removed, changed }) => ({
      table,
      counts: {
        before: counts.after,
        after: counts.before,
        added: counts.removed,
        removed: counts.added,
        changed: counts.changed,
      },
      added: removed,
      removed: added,
      changed: changed.map(({ key, columns }) => ({
        key,
        columns: columns.map(({ column, from, to }) => ({ column, from: to, to: from })),
      })),
    })),
  };
}

/** The same whatever the order of lists and columns. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(unordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unordered(inner)]));
}

describe('regionDifference', () => {
  test('finds nothing between a region and itself, whatever the order of its rows', () => {
    fc.assert(
      fc.property(fc.oneof(anyRegion, version), (region) => {
        const { sessions, ...rest } = structuredClone(region);
        const turned = {
          ...rest,
          sessions,
          participants: rest.participants.toReversed(),
          teams: rest.teams.toReversed(),
        };
        expect(regionDifference(region, turned)).toEqual({
          format: 'resursutbyte/region-difference@1',
          summary: { sv: 'Inget skiljer versionerna åt.', en: 'The versions do not differ.' },
          fields: [],
          tables: [],
        });
      }),
    );
  });

  test('adds up, fits its schema, and the other way round is its opposite', () => {
    fc.assert(
      fc.property(version, version, (before, after) => {
        const found = regionDifferenceSchema.parse(regionDifference(before, after));
        for (const { table, counts, added, removed, changed } of found.tables) {
          expect(counts.before - counts.removed + counts.added).toBe(counts.after);
          expect([counts.before, counts.after]).toEqual([before[table].length, after[table].length]);
          expect([added.length, removed.length, changed.length]).toEqual([
            counts.added,
            counts.removed,
            counts.changed,
          ]);
        }
        for (const table of tableNames.filter((name) => found.tables.every((other) => other.table !== name)))
          expect(unordered(after[table])).toEqual(unordered(before[table]));
        const { fields, tables } = regionDifference(after, before);
        expect(unordered({ fields, tables })).toEqual(unordered(reversed(found)));
      }),
    );
  });

  test('names what changed, from what to what, and says how much in a sentence', () => {
    const [unit] = smallRegion.units;
    const after: Region = {
      ...smallRegion,
      period: { ...smallRegion.period, to: '2005-06-30' },
      participants: [
        { ...participant, roles: ['childminder', 'kitchen'] },
        { ...participant, id: 'p2' },
      ],
      units: [{ ...unit, lat: 59.25 }],
      team_backgrounds: [],
    };
    expect(regionDifference(smallRegion, after)).toEqual({
      format: 'resursutbyte/region-difference@1',
      summary: {
        sv: 'Ändras: deltagare (1 ny, 1 ändrad); enheter (1 ändrad); arbetslags länder (1 borttagen); regionens egna uppgifter (1 ändrad).',
        en: "Changes: participants (1 added, 1 changed); units (1 changed); teams' backgrounds (1 removed); the region's own fields (1 changed).",
      },
      fields: [{ path: 'period.to', from: '2004-12-31', to: '2005-06-30' }],
      tables: [
        {
          table: 'participants',
          counts: { before: 1, after: 2, added: 1, removed: 0, changed: 1 },
          added: [{ id: 'p2' }],
          removed: [],
          changed: [
            {
              key: { id: 'p1' },
              columns: [{ column: 'roles', from: ['childminder'], to: ['childminder', 'kitchen'] }],
            },
          ],
        },
        {
          table: 'units',
          counts: { before: 1, after: 1, added: 0, removed: 0, changed: 1 },
          added: [],
          removed: [],
          changed: [{ key: { id: 'u1' }, columns: [{ column: 'lat', from: 59.24, to: 59.25 }] }],
        },
        {
          table: 'team_backgrounds',
          counts: { before: 1, after: 0, added: 0, removed: 1, changed: 0 },
          added: [],
          removed: [{ team: 't1', country: 'SO' }],
          changed: [],
        },
      ],
    });
  });

  test('never shows a protected person, in whichever version or place it is said', () => {
    const empty: Region = {
      ...smallRegion,
      participants: [],
      participant_languages: [],
      sessions: [],
      extracts: [],
      decisions: [],
    };
    const kept: Region = { ...smallRegion, participants: [{ ...participant, protected: true }] };
    const found = [
      regionDifference(empty, kept),
      regionDifference(kept, empty),
      regionDifference(smallRegion, kept),
      regionDifference(kept, smallRegion),
      regionDifference(smallRegion, empty, new Set(['p1'])),
    ];
    for (const difference of found) {
      expect(JSON.stringify(difference)).not.toContain('"p1"');
      expect(difference.tables.map(({ table }) => table).filter((table) => table !== 'sessions')).toEqual([]);
    }
    const hidden = found
      .slice(0, 2)
      .flatMap(({ tables }) => tables.map(({ counts }) => [counts.before, counts.after]));
    expect(hidden).toEqual([
      [0, 2],
      [2, 0],
    ]);
  });
});
