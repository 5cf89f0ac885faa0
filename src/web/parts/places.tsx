/**
 * Teams, units and classes of Swedish, by part of their name or by their keys, and districts by name: the service tells so many at once, and a
 * region may have thousands.
 */
import { useState } from 'react';
import { client, useAnswer } from '../api/client.tsx';

/** As many as the service tells at once. */
export const mostAtOnce = 200;

interface Asked {
  /** A part of what a place is called. */
  readonly search?: string;
  /** Those with these keys alone. */
  readonly ids?: readonly string[];
}

function queryOf({ search, ids }: Asked) {
  const limit = mostAtOnce;
  return {
    ...{ limit, ...(search !== undefined && { search }) },
    ...(ids !== undefined && { ids: [...new Set(ids)].sort().slice(0, limit).join(';') }),
  };
}

/** Nothing is asked where no key is. */
const isAsked = ({ ids }: Asked) => ({ enabled: ids === undefined || ids.length > 0 });

export function useTeams(region: string, asked: Asked = {}) {
  const query = queryOf(asked);
  return useAnswer(
    ['teams', region, query],
    (signal) => client.GET('/v1/regions/{region}/teams', { params: { path: { region }, query }, signal }),
    isAsked(asked),
  ).data;
}

export function useUnits(region: string, asked: Asked = {}) {
  const query = queryOf(asked);
  return useAnswer(
    ['units', region, query],
    (signal) => client.GET('/v1/regions/{region}/units', { params: { path: { region }, query }, signal }),
    isAsked(asked),
  ).data;
}

export function useGroups(region: string, asked: Asked = {}) {
  const query = queryOf(asked);
  return useAnswer(
    ['sfi-groups', region, query],
    (signal) =>
      client.GET('/v1/regions/{region}/sfi-groups', { params: { path: { region }, query }, signal }),
    isAsked(asked),
  ).data;
}

/** What districts, principals and providers are called. */
export function usePlaceNames(region: string) {
  const none = { districts: [], principals: [], providers: [] };
  return (
    useAnswer(['place-names', region], (signal) =>
      client.GET('/v1/regions/{region}/place-names', { params: { path: { region } }, signal }),
    ).data ?? none
  );
}

/** What a team is called, and where. */
export function teamLabel({ name, unitName }: { readonly name: string; readonly unitName: string }): string {
  return `${name}, ${unitName}`;
}

/** From a key of these teams to what the team is called; proposals name teams by their keys. */
export function useTeamNames(region: string, teams: readonly string[]): (team: string) => string {
  const rows = useTeams(region, { ids: teams })?.rows ?? [];
  const names = new Map(rows.map((row) => [row.id, teamLabel(row)]));
  return (team) => names.get(team) ?? team;
}

/** Present where there are more than can be shown at once. */
export interface Searched {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

type UsePlaces<Row> = (
  region: string,
  asked?: Asked,
) => { readonly rows: readonly Row[]; readonly next: string | null } | undefined;

/** What can be chosen among: all where they are few, else those that are searched for, and always those that are chosen. */
export function useFound<Row extends { readonly id: string }>(
  usePlaces: UsePlaces<Row>,
  region: string,
  chosen: readonly string[],
): { readonly rows: readonly Row[]; readonly search: Searched | null } {
  const [text, onChange] = useState('');
  const isLarge = (usePlaces(region)?.next ?? null) !== null;
  const found = usePlaces(region, text === '' ? {} : { search: text })?.rows ?? [];
  const others = chosen.filter((id) => id !== '' && !found.some((row) => row.id === id));
  const own = usePlaces(region, { ids: others })?.rows ?? [];
  return {
    rows: [...own.filter(({ id }) => others.includes(id)), ...found],
    search: isLarge ? { text, onChange } : null,
  };
}
