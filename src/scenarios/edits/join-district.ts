/**
 * join_district: a district takes part, with its units, teams, what their pupils speak and when they work. It is written out as tables, or
 * taken from another region (`from`, a path that whoever reads the scenario opens). From there come also the SFI groups that are named and,
 * if asked for, the people who live nearest to its units. Centres of areas come along where they are not known yet.
 */
import { z } from 'zod';
import { homeDistrictOf } from '../../domain/home-district.ts';
import type { Region, RegionTables } from '../../domain/region.ts';
import * as cell from '../../domain/tables/cells.ts';
import { areaRow, teamBackgroundRow, teamLanguageRow, teamRow, unitRow } from '../../domain/tables/teams.ts';
import { sessionRow, sfiGroupRow } from '../../domain/tables/timetable.ts';
import { alreadyThere, type Edited, edited, refuse, type State, type Thing } from './edit.ts';

const tables = z.strictObject({
  units: z.array(unitRow).min(1),
  teams: z.array(teamRow),
  team_languages: z.array(teamLanguageRow),
  team_backgrounds: z.array(teamBackgroundRow).default([]),
  sfi_groups: z.array(sfiGroupRow).default([]),
  sessions: z.array(sessionRow),
  areas: z.array(areaRow).default([]),
});

export const joinDistrictSchema = z
  .strictObject({
    kind: z.literal('join_district'),
    tables: tables.optional(),
    from: z.string().min(1).max(500).optional(),
    /** The rest is about the region that the district comes from. */
    district: cell.name.optional(),
    sfi_groups: z.array(cell.key).default([]),
    participants: z.boolean().default(false),
  })
  .refine(({ tables, from, district }) =>
    tables === undefined ? from !== undefined && district !== undefined : from === undefined,
  );

type JoinDistrict = z.infer<typeof joinDistrictSchema>;

/** Other regions under the paths by which scenarios name them. */
export type Sources = ReadonlyMap<string, Region>;

export function joinDistrict(state: State, edit: JoinDistrict, sources: Sources): Edited {
  if (edit.tables !== undefined) return added(state, edit.tables);
  const { from = '', district = '' } = edit;
  const source = sources.get(from);
  if (!source) {
    return refuse('from', from, {
      sv: 'regionen går inte att läsa härifrån',
      en: 'the region cannot be read from here',
    });
  }
  const brought = broughtBy(source, district, edit);
  if (brought.units.length === 0) {
    return refuse('district', district, {
      sv: 'den andra regionen har ingen sådan stadsdel',
      en: 'the other region has no such district',
    });
  }
  return added(state, brought);
}

type Brought = Pick<RegionTables, keyof z.infer<typeof tables>> &
  Partial<Pick<RegionTables, 'participants' | 'participant_languages'>>;

/** What a district of another region brings. */
function broughtBy(source: Region, district: string, { sfi_groups, participants }: JoinDistrict): Brought {
  const units = source.units.filter((row) => row.district === district);
  const ofUnit = new Set(units.map(({ id }) => id));
  const teams = source.teams.filter(({ unit }) => ofUnit.has(unit));
  const ofTeam = new Set(teams.map(({ id }) => id));
  const groups = new Set(sfi_groups);
  const homeOf = homeDistrictOf(source);
  const people = participants ? source.participants.filter((row) => homeOf(row) === district) : [];
  const owners = { team: ofTeam, sfi: groups, participant: new Set(people.map(({ id }) => id)) };
  return {
    units,
    teams,
    team_languages: source.team_languages.filter(({ team }) => ofTeam.has(team)),
    team_backgrounds: source.team_backgrounds.filter(({ team }) => ofTeam.has(team)),
    sfi_groups: source.sfi_groups.filter(({ id }) => groups.has(id)),
    sessions: source.sessions.filter(({ owner, id }) => owners[owner].has(id)),
    areas: source.areas,
    participants: people,
    participant_languages: source.participant_languages.filter(({ participant }) =>
      owners.participant.has(participant),
    ),
  };
}

/** The region with what is brought; wishes and groups that it does not have are dropped from the people who come. */
function added(state: State, brought: Brought): Edited {
  const { region } = state;
  const clash = clashOf(region, brought);
  if (clash) return alreadyThere('id', clash);
  const units = new Set([...region.units, ...brought.units].map(({ id }) => id));
  const groups = new Set([...region.sfi_groups, ...brought.sfi_groups].map(({ id }) => id));
  const areas = new Set(region.areas.map(({ name }) => name));
  const known = (list: readonly string[]): string[] => list.filter((id) => units.has(id));
  const people = (brought.participants ?? []).map(({ sfi_group, ...row }) => ({
    ...row,
    ...(sfi_group !== undefined && groups.has(sfi_group) && { sfi_group }),
    avoid_units: known(row.avoid_units),
    prefer_units: known(row.prefer_units),
    child_units: known(row.child_units),
  }));
  return edited(state, {
    units: [...region.units, ...brought.units],
    teams: [...region.teams, ...brought.teams],
    team_languages: [...region.team_languages, ...brought.team_languages],
    team_backgrounds: [...region.team_backgrounds, ...brought.team_backgrounds],
    sfi_groups: [...region.sfi_groups, ...brought.sfi_groups],
    sessions: [...region.sessions, ...brought.sessions],
    areas: [...region.areas, ...brought.areas.filter(({ name }) => !areas.has(name))],
    participants: [...region.participants, ...people],
    participant_languages: [...region.participant_languages, ...(brought.participant_languages ?? [])],
  });
}

function clashOf(region: Region, { units, teams, sfi_groups }: Brought): Thing | null {
  const ids = (rows: readonly { readonly id: string }[]): ReadonlySet<string> =>
    new Set(rows.map(({ id }) => id));
  const [ofUnit, ofTeam, ofGroup] = [ids(region.units), ids(region.teams), ids(region.sfi_groups)];
  const unit = units.find(({ id }) => ofUnit.has(id));
  if (unit) return { kind: 'unit', id: unit.id };
  const team = teams.find(({ id }) => ofTeam.has(id));
  if (team) return { kind: 'team', id: team.id };
  const group = sfi_groups.find(({ id }) => ofGroup.has(id));
  return group ? { kind: 'sfi_group', id: group.id } : null;
}
