/** The figures of a proposal on the region that it was made from. Cost: one pass over pairs, teams and what their pupils speak. */
import { dayNumber } from '../../domain/dates.ts';
import { homeToTeam, longestLeg } from '../../matching/legs.ts';
import { byText } from '../../matching/order.ts';
import type { AssignedProposal } from '../../matching/proposal-format.ts';
import type { RegionIndex } from '../../matching/region-index.ts';
import { FIGURES_FORMAT, type Figures } from './figures-format.ts';
import { pupilFigures } from './pupils.ts';

/** `index` is of the region and policy that the proposal was made from (matching/region-index.ts). */
export function measure(index: RegionIndex, proposal: AssignedProposal): Figures {
  const { region } = index;
  const unitOfTeam = new Map(region.teams.map(({ id, unit }) => [id, unit]));
  const { status, pairs, unplaced, equity, learntChance } = proposal;
  return {
    format: FIGURES_FORMAT,
    status,
    objective: proposal.objective,
    bound: proposal.engine === 'greedy' ? null : proposal.bound,
    ...(learntChance && { learntChance }),
    people: region.participants.length,
    placed: pairs.length,
    unplaced: reasons(unplaced),
    points: sum(pairs.map(({ points }) => points)),
    genders: equity.map(({ gender, pool, placed, rate, meanPoints }) => ({
      gender,
      pool,
      placed,
      rate,
      meanPoints,
    })),
    pupils: pupilFigures(proposal.coverage, (team) => unitOfTeam.get(team) ?? ''),
    teamSeats: seats(index.teams.openSeats, pairs.length),
    sfiSeats: seats(index.groups.openSeats, pairs.length),
    hours: {
      swedish: hundredths(sum(pairs.map(({ sfiHours }) => sfiHours))),
      work: hundredths(sum(pairs.map(({ teamHours }) => teamHours))),
    },
    commute: commuteOf(index, pairs),
    waiting: waitingOf(index, pairs),
    load: loadOf(index, pairs),
  };
}

type Pairs = AssignedProposal['pairs'];

function reasons(unplaced: AssignedProposal['unplaced']): Figures['unplaced'] {
  return [...Map.groupBy(unplaced, ({ reason }) => reason.code)]
    .map(([code, people]) => ({ code, people: people.length }))
    .sort((a, b) => b.people - a.people || byText(a.code, b.code));
}

function seats(openSeats: Int32Array, used: number): Figures['teamSeats'] {
  const open = openSeats.reduce((all, each) => all + each, 0);
  return { open, used, unused: Math.max(0, open - used) };
}

function commuteOf(index: RegionIndex, pairs: Pairs): Figures['commute'] {
  const ways = pairs.map(({ participant, team, sfiGroup }) => {
    const p = index.names.participant.get(participant) ?? -1;
    const t = index.names.team.get(team) ?? -1;
    const g = index.names.sfi.get(sfiGroup) ?? -1;
    return { toTeam: homeToTeam(index, p, t), longest: longestLeg(index, p, t, g) };
  });
  return {
    meanToTeam: meanOf(ways.map(({ toTeam }) => toTeam)),
    meanLongest: meanOf(ways.map(({ longest }) => longest)),
    longest: ways.length === 0 ? null : ways.reduce((most, { longest }) => Math.max(most, longest), 0),
  };
}

function waitingOf({ region, from }: RegionIndex, pairs: Pairs): Figures['waiting'] {
  const placed = new Set(pairs.map(({ participant }) => participant));
  const days = (isPlaced: boolean): number[] =>
    region.participants
      .filter(({ id }) => placed.has(id) === isPlaced)
      .map(({ permit_date }) => from - dayNumber(permit_date));
  return { placed: meanOf(days(true)), unplaced: meanOf(days(false)) };
}

function loadOf({ region, teams }: RegionIndex, pairs: Pairs): Figures['load'] {
  const open = new Map<string, number>();
  region.teams.forEach(({ unit }, t) => {
    open.set(unit, (open.get(unit) ?? 0) + teams.openSeats[t]);
  });
  const placed = Map.groupBy(pairs, ({ unit }) => unit);
  const units = region.units
    .map(({ id, district }) => ({
      unit: id,
      district,
      open: open.get(id) ?? 0,
      placed: placed.get(id)?.length ?? 0,
    }))
    .sort((a, b) => byText(a.unit, b.unit));
  const districts = [...Map.groupBy(units, ({ district }) => district)]
    .map(([district, own]) => ({
      district,
      open: sum(own.map((unit) => unit.open)),
      placed: sum(own.map((unit) => unit.placed)),
    }))
    .sort((a, b) => byText(a.district, b.district));
  return { units, districts };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** To a hundredth; null of nothing. */
function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : hundredths(sum(values) / values.length);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
