/**
 * Takes units, teams, SFI groups or people out of a region together with every row that speaks of them, so that no reference is left
 * dangling: languages, backgrounds, sessions, ways, decisions, wishes, and extracts shown to a principal who is gone.
 */
import type { Region } from '../../domain/region.ts';

export interface Removed {
  readonly units?: ReadonlySet<string>;
  /** Teams of removed units go with them. */
  readonly teams?: ReadonlySet<string>;
  readonly groups?: ReadonlySet<string>;
  readonly participants?: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

/** The region without them. Cost: one pass over the rows. */
export function without(region: Region, removed: Removed): Region {
  const { units: gone = nothing, groups = nothing, participants: people = nothing } = removed;
  const teams = new Set(removed.teams);
  for (const { id, unit } of region.teams) if (gone.has(unit)) teams.add(id);
  const units = region.units.filter(({ id }) => !gone.has(id));
  const principals = new Set(units.map(({ principal }) => principal));
  const owned = { team: teams, sfi: groups, participant: people };
  const stays = (list: readonly string[]): string[] => list.filter((id) => !gone.has(id));
  const left = {
    ...region,
    units,
    teams: region.teams.filter(({ id }) => !teams.has(id)),
    team_languages: region.team_languages.filter(({ team }) => !teams.has(team)),
    team_backgrounds: region.team_backgrounds.filter(({ team }) => !teams.has(team)),
    sfi_groups: region.sfi_groups.filter(({ id }) => !groups.has(id)),
    sessions: region.sessions.filter(({ owner, id }) => !owned[owner].has(id)),
    participants: region.participants
      .filter(({ id }) => !people.has(id))
      .map(({ sfi_group, ...row }) => ({
        ...row,
        ...(sfi_group !== undefined && !groups.has(sfi_group) && { sfi_group }),
        avoid_units: stays(row.avoid_units),
        prefer_units: stays(row.prefer_units),
        child_units: stays(row.child_units),
      })),
    participant_languages: region.participant_languages.filter(({ participant }) => !people.has(participant)),
    extracts: region.extracts.filter(
      ({ participant, principal }) => !people.has(participant) && principals.has(principal),
    ),
    decisions: region.decisions.filter(
      ({ participant, team, sfi_group }) =>
        !people.has(participant) &&
        (team === undefined || !teams.has(team)) &&
        (sfi_group === undefined || !groups.has(sfi_group)),
    ),
  };
  return { ...left, travel: waysBetween(left) };
}

/** The ways whose both ends are still there. */
function waysBetween({ travel, areas, participants, units, sfi_groups }: Region): Region['travel'] {
  if (travel.length === 0) return travel;
  const places = new Set([
    ...areas.map(({ name }) => name),
    ...participants.map(({ area }) => area),
    ...units.map(({ id }) => id),
    ...sfi_groups.map(({ id }) => id),
  ]);
  return travel.filter(({ from, to }) => places.has(from) && places.has(to));
}
