import { createCandidates } from './candidates.ts';
import { allowedAtAll, allowedAtTeam, allowedTogether } from './eligible.ts';
import { groupFinder } from './group-finder.ts';
import { byId } from './order.ts';
import { overriddenPairs } from './overrides.ts';
import { optionTerms, teamTerms } from './points/index.ts';
import { keptPoints } from './points/kept.ts';
import { learntChancePoints } from './points/learnt-chance.ts';
import type { TermPoints } from './points/term.ts';
import type { RegionIndex } from './region-index.ts';
import { extractShown } from './rules/extract.ts';
import { teamMinutesOf } from './team-minutes.ts';

/**
 * Every eligible (participant, team, SFI group), as flat arrays: option k of each array belongs together. Options are grouped by participant
 * in the order of the participants' rows; within a participant they stand by team id, then SFI group id.
 *
 * 1. Per participant: the SFI groups that the rules allow, out of those of the person's path and course and the person's own.
 * 2. Per team, in the order of ids: the candidates by language and distance (candidates.ts), those whom the rules allow at the team, and
 *    for each of them the person's SFI groups that the rules allow with the team. The rules decide; the index only saves asking.
 * 3. Whoever is locked to a pair although rules speak against it (overrides.ts) has that pair alone.
 * 4. The options, found team by team, are put in the order of participants by counting.
 *
 * Every one, however large the region: none is left out for size, so what is proven of the problem is proven of all eligible triples. Cost:
 * about the pairs of participant and team in reach of each other with a shared language, and their SFI groups. Measured: 9 s for the
 * 2,965,982 options of 50,000 people and 11,709 teams (one thread).
 */
export interface Options {
  readonly participant: Int32Array;
  readonly team: Int32Array;
  readonly sfi: Int32Array;
  /** Whole points: placement_points, the terms and what keeping a place gives. */
  readonly points: Int32Array;
  /** Minutes a week at the team and in SFI. */
  readonly teamMinutes: Int32Array;
  readonly sfiMinutes: Int32Array;
  /** 1 where the option holds on condition that a criminal-record extract is shown to the team's principal. */
  readonly conditional: Uint8Array;
  /** Participant p has the options start[p] <= k < start[p + 1]; one longer than the participants. */
  readonly start: Int32Array;
}

/** Finds every eligible option, with its points. */
export function findOptions(index: RegionIndex): Options {
  const groupsOf = groupFinder(index);
  const overridden = overriddenPairs(index);
  const overriddenAt = Map.groupBy(overridden.values(), ({ team }) => team);
  const groups = index.region.participants.map((_, p) =>
    !overridden.has(p) && allowedAtAll(index, p) ? groupsOf(p) : [],
  );
  const candidatesOf = createCandidates(
    index,
    [...groups.keys()].filter((p) => groups[p].length > 0),
  );
  const found = createRecords();
  for (const t of byId(index.region.teams)) {
    for (const p of candidatesOf(t)) {
      if (allowedAtTeam(index, p, t)) addOptions(index, found, p, t, groups[p]);
    }
    for (const { participant, sfi } of overriddenAt.get(t) ?? [])
      addOption(index, found, participant, t, sfi);
  }
  return groupByParticipant(index, found);
}

function addOptions(index: RegionIndex, found: Records, p: number, t: number, groups: readonly number[]) {
  let teamPoints = -1;
  let conditional = 0;
  for (const g of groups) {
    if (!allowedTogether(index, p, t, g)) continue;
    if (teamPoints < 0) {
      teamPoints = index.policy.placement_points + learntChancePoints(index, p);
      for (const term of teamTerms) teamPoints += term.points(index, p, t);
      conditional = extractShown(index, p, t) ? 0 : 1;
    }
    let points = teamPoints + keptPoints(index, p, t, g);
    for (const term of optionTerms) points += term.points(index, p, t, g);
    found.add(p, t, g, points, teamMinutesOf(index, p, t, g), conditional);
  }
}

/** One option, whatever the rules say. */
function addOption(index: RegionIndex, found: Records, p: number, t: number, g: number): void {
  found.add(
    p,
    t,
    g,
    pointsOf(index, p, t, g),
    teamMinutesOf(index, p, t, g),
    extractShown(index, p, t) ? 0 : 1,
  );
}

/** Options as they are found, six numbers each, in blocks, so that millions need no copying to grow. */
interface Records {
  add(p: number, t: number, g: number, points: number, minutes: number, conditional: number): void;
  readonly blocks: readonly Int32Array[];
  count(): number;
}

const FIELDS = 6;
const BLOCK_RECORDS = 1 << 16;

function createRecords(): Records {
  const blocks: Int32Array[] = [];
  let count = 0;
  return {
    blocks,
    count: () => count,
    add: (p, t, g, points, minutes, conditional) => {
      const at = FIELDS * (count % BLOCK_RECORDS);
      if (at === 0) blocks.push(new Int32Array(FIELDS * BLOCK_RECORDS));
      const block = blocks[blocks.length - 1];
      block[at] = p;
      block[at + 1] = t;
      block[at + 2] = g;
      block[at + 3] = points;
      block[at + 4] = minutes;
      block[at + 5] = conditional;
      count++;
    },
  };
}

function groupByParticipant(index: RegionIndex, found: Records): Options {
  const count = found.count();
  const start = new Int32Array(index.region.participants.length + 1);
  const at = (k: number, field: number) =>
    found.blocks[Math.floor(k / BLOCK_RECORDS)][FIELDS * (k % BLOCK_RECORDS) + field];
  for (let k = 0; k < count; k++) start[at(k, 0) + 1]++;
  for (let p = 0; p < start.length - 1; p++) start[p + 1] += start[p];
  const next = start.slice();
  const ints = () => new Int32Array(count);
  const options = {
    participant: ints(),
    team: ints(),
    sfi: ints(),
    points: ints(),
    teamMinutes: ints(),
    sfiMinutes: ints(),
    conditional: new Uint8Array(count),
    start,
  };
  for (let k = 0; k < count; k++) {
    const to = next[at(k, 0)]++;
    options.participant[to] = at(k, 0);
    options.team[to] = at(k, 1);
    options.sfi[to] = at(k, 2);
    options.points[to] = at(k, 3);
    options.teamMinutes[to] = at(k, 4);
    options.conditional[to] = at(k, 5);
    options.sfiMinutes[to] = index.groups.minutes[at(k, 2)];
  }
  return options;
}

/** The points of an option: what its terms add up to. */
export function pointsOf(index: RegionIndex, participant: number, team: number, sfi: number): number {
  return termsOf(index, participant, team, sfi).reduce((sum, term) => sum + term.points, 0);
}

/** The terms of an option's points, in the order in which a proposal shows them; they add up exactly to `points`. */
export function termsOf(index: RegionIndex, participant: number, team: number, sfi: number): TermPoints[] {
  return [
    { term: 'placement', points: index.policy.placement_points },
    ...teamTerms.map(({ id, points }) => ({ term: id, points: points(index, participant, team) })),
    ...optionTerms.map(({ id, points }) => ({ term: id, points: points(index, participant, team, sfi) })),
    ...(index.policy.learnt_chance === undefined
      ? []
      : [{ term: 'learnt_chance' as const, points: learntChancePoints(index, participant) }]),
    ...(index.previous.pairs.length > 0
      ? [{ term: 'kept' as const, points: keptPoints(index, participant, team, sfi) }]
      : []),
  ];
}
