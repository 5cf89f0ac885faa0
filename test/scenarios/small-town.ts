/** Tiny regions, drawn by fast-check, for what is held against trying everything. */
import fc from 'fast-check';
import { type Policy, policySchema } from '../../src/domain/policy.ts';
import type { Region } from '../../src/domain/region.ts';
import {
  extract,
  participant,
  sessions,
  sfiGroup,
  smallRegion,
  speaks,
  team,
  teamLanguage,
  unit,
} from '../matching/small-region.ts';

const languages = ['som', 'ara', 'tir'] as const;
const weekdays = 'mon tue wed thu fri';

/** Two to five people, two teams and an SFI group or two; seats so few that somebody is often left over. */
export const smallTown: fc.Arbitrary<Region> = fc
  .record({
    people: fc.array(
      fc.record({ language: fc.constantFrom(...languages), man: fc.boolean(), early: fc.boolean() }),
      { minLength: 2, maxLength: 5 },
    ),
    teams: fc.array(
      fc.record({
        language: fc.constantFrom(...languages),
        seats: fc.integer({ min: 1, max: 2 }),
        supervisors: fc.integer({ min: 1, max: 2 }),
        perSupervisor: fc.constantFrom(1, 2),
      }),
      { minLength: 2, maxLength: 2 },
    ),
    groups: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 }),
  })
  .map(({ people, teams, groups }) => townOf(people, teams, groups));

function townOf(
  people: readonly { language: string; man: boolean; early: boolean }[],
  teams: readonly { language: string; seats: number; supervisors: number; perSupervisor: number }[],
  groups: readonly number[],
): Region {
  const ids = people.map((_, i) => `p${i}`);
  return smallRegion({
    participants: people.map(({ man, early }, i) =>
      participant(ids[i], {
        gender: man ? 'man' : 'woman',
        permit_date: early ? '2024-02-01' : '2025-06-01',
      }),
    ),
    participant_languages: people.map(({ language }, i) => speaks(ids[i], language)),
    extracts: ids.map((id) => extract(id)),
    units: [unit('u1'), unit('u2', { district: 'Hökarängen' })],
    teams: teams.map(({ seats, supervisors, perSupervisor }, i) =>
      team(`t${i}`, { unit: `u${i + 1}`, seats, supervisors, per_supervisor: perSupervisor }),
    ),
    team_languages: teams.map(({ language }, i) => teamLanguage(`t${i}`, language, { adults_wanted: 1 })),
    sfi_groups: groups.map((seats, i) => sfiGroup(`s${i}`, { seats })),
    sessions: [
      ...teams.flatMap((_, i) => sessions('team', `t${i}`, weekdays, '08:00', '14:00')),
      ...groups.flatMap((_, i) => sessions('sfi', `s${i}`, weekdays, '15:00', '18:00')),
    ],
  });
}

/** Equal terms as a hard rule from one person a gender on, so that tiny towns feel it. */
export const strict: Policy = policySchema.parse({
  equity: { placement_tolerance: 60, points_tolerance: null, smallest_group: 1 },
});
