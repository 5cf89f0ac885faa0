import { travelMinutes } from '../domain/travel.ts';
import { leftBySfi, type Week } from '../domain/week.ts';
import type { RegionIndex } from './region-index.ts';

/**
 * The whole week of a pair as a person lives it: when the team can be worked with, when the SFI group meets, and the ways between and from
 * home. By the plan of domain/week.ts:
 *
 * 1. The team's times are those that SFI, the ways to and from it and the person's own hindrances leave; where that is more than the week has
 *    room for, the hours of the pair say how much of it is worked.
 * 2. Between team and SFI group the way lies next to the SFI session. The first and the last of a day are reached from home.
 * 3. A way that would pass midnight is cut there.
 */
export interface WeekPlan {
  /** From Monday on, in order. */
  readonly blocks: readonly WeekBlock[];
  /** Hours that civic orientation takes, at times that are not known. */
  readonly civicOrientationHours: number;
}

interface WeekBlock {
  readonly weekday: (typeof weekdays)[number];
  /** HH:MM; 24:00 is midnight. */
  readonly start: string;
  readonly end: string;
  readonly what: 'team' | 'sfi' | 'travel';
}

/** In minutes from Monday 00:00. */
interface Block<What = WeekBlock['what']> {
  readonly start: number;
  readonly end: number;
  readonly what: What;
}
type Visit = Block<'team' | 'sfi'>;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const dayMinutes = 24 * 60;

/** The week of a participant, a team and an SFI group (rows). */
export function weekPlan(index: RegionIndex, participant: number, team: number, sfi: number): WeekPlan {
  const atTeam = leftBySfi(index.pairs(team, sfi).left, index.participants.hindrances[participant], 0, 0);
  const visits = [...blocksOf(atTeam, 'team'), ...blocksOf(index.groups.week[sfi], 'sfi')].sort(
    (a, b) => a.start - b.start,
  );
  const legs = legsOf(index, participant, team, sfi);
  const days = Map.groupBy(visits, ({ start }) => Math.floor(start / dayMinutes));
  const blocks = [...days].flatMap(([day, ofDay]) => withTravel(ofDay, legs, day * dayMinutes));
  return {
    blocks: blocks.map(({ start, end, what }) => {
      const day = Math.floor(start / dayMinutes);
      const from = day * dayMinutes;
      return { weekday: weekdays[day], start: clock(start - from), end: clock(end - from), what };
    }),
    civicOrientationHours: index.policy.civic_orientation_hours,
  };
}

/** Week intervals as blocks, cut at midnight. */
function blocksOf(week: Week, what: Visit['what']): readonly Visit[] {
  const blocks: Visit[] = [];
  for (let i = 0; i < week.length; i += 2) {
    for (let start = week[i]; start < week[i + 1]; ) {
      const midnight = (Math.floor(start / dayMinutes) + 1) * dayMinutes;
      const end = Math.min(week[i + 1], midnight);
      blocks.push({ start, end, what });
      start = end;
    }
  }
  return blocks;
}

/** Minutes of each way, in its own direction. */
interface Legs {
  readonly fromHome: Readonly<Record<Visit['what'], number>>;
  readonly toHome: Readonly<Record<Visit['what'], number>>;
  readonly toSfi: number;
  readonly fromSfi: number;
}

function legsOf(index: RegionIndex, participant: number, team: number, sfi: number): Legs {
  const { participants, teams, units, groups, travel, policy } = index;
  const unit = teams.unit[team];
  const { home } = participants;
  const minutes = (...way: [typeof home, number, typeof home, number]) =>
    travelMinutes(travel, policy.travel, ...way);
  return {
    fromHome: {
      team: minutes(home, participant, units.place, unit),
      sfi: minutes(home, participant, groups.place, sfi),
    },
    toHome: {
      team: minutes(units.place, unit, home, participant),
      sfi: minutes(groups.place, sfi, home, participant),
    },
    toSfi: minutes(units.place, unit, groups.place, sfi),
    fromSfi: minutes(groups.place, sfi, units.place, unit),
  };
}

function withTravel(visits: readonly Visit[], legs: Legs, midnight: number): readonly Block[] {
  const blocks: Block[] = [];
  const way = (start: number, end: number) => {
    const from = Math.max(start, midnight);
    const to = Math.min(end, midnight + dayMinutes);
    if (from < to) blocks.push({ start: from, end: to, what: 'travel' });
  };
  visits.forEach((visit, i) => {
    const before = i === 0 ? undefined : visits[i - 1];
    const { start, end, what } = visit;
    if (before === undefined) way(start - legs.fromHome[what], start);
    else if (before.what === 'team' && what === 'sfi') way(start - legs.toSfi, start);
    else if (before.what === 'sfi' && what === 'team') way(before.end, before.end + legs.fromSfi);
    blocks.push(visit);
    if (i === visits.length - 1) way(end, end + legs.toHome[what]);
  });
  return blocks;
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
