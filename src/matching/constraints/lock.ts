import type { Text } from '../../domain/text.ts';
import { exclusionsOf } from '../exclusions.ts';
import type { Options } from '../options.ts';
import { byText } from '../order.ts';
import type { RegionIndex } from '../region-index.ts';
import type { Family } from './family.ts';
import { groupLabel, teamLabel } from './labels.ts';

/**
 * `lock:<participant>`: an officer has decided where this person goes. The person's other options are gone (withinLocks), and a hard row
 * -x <= -1 demands one of those left. Where none is left, because the locked pair breaks a rule, the row stays: the answer is then a
 * conflict that says which rule fails, not a silent loss. A lock may set rules aside (overrides.ts). Several locks of one person all hold.
 */
export const locks: Family = (index, options) => {
  const locked = lockedParticipants(index);
  const rowOf = new Int32Array(index.region.participants.length).fill(-1);
  const rows = locked.map(({ participant, wants }, row) => {
    rowOf[participant] = row;
    const id = index.region.participants[participant].id;
    const none = options.start[participant] === options.start[participant + 1];
    const demand = wants.map((want) => placeLabel(index, want));
    const why = none ? whyNone(index, participant, wants) : { sv: '', en: '' };
    return {
      id: `lock:${id}`,
      limit: -1,
      penalty: Number.POSITIVE_INFINITY,
      text: {
        sv: `${id} är låst till ${demand.map(({ sv }) => sv).join(' och ')}.${why.sv}`,
        en: `${id} is locked to ${demand.map(({ en }) => en).join(' and ')}.${why.en}`,
      },
    };
  });
  return {
    rows,
    uses: (option, use) => {
      const row = rowOf[options.participant[option]];
      if (row !== -1) use(row, -1);
    },
  };
};

/** What one decision demands; -1 where it leaves the team or the SFI group open. */
interface Want {
  readonly team: number;
  readonly sfi: number;
}

interface Locked {
  readonly participant: number;
  readonly wants: readonly Want[];
}

/** Who is locked to what, in the order of the participants' ids. */
function lockedParticipants(index: RegionIndex): readonly Locked[] {
  const { decisions, participants } = index.region;
  const wants = new Map<number, Want[]>();
  for (const row of decisions) {
    const participant = index.names.participant.get(row.participant);
    if (row.decision !== 'lock' || participant === undefined) continue;
    const want = {
      team: numberOrAny(index.names.team, row.team),
      sfi: numberOrAny(index.names.sfi, row.sfi_group),
    };
    wants.set(participant, [...(wants.get(participant) ?? []), want]);
  }
  return [...wants]
    .map(([participant, list]) => ({ participant, wants: list.sort((a, b) => compareWants(index, a, b)) }))
    .sort((a, b) => byText(participants[a.participant].id, participants[b.participant].id));
}

function numberOrAny(names: ReadonlyMap<string, number>, name: string | undefined): number {
  return name === undefined ? -1 : (names.get(name) ?? -1);
}

function compareWants(index: RegionIndex, a: Want, b: Want): number {
  const { teams, sfi_groups } = index.region;
  const team = (want: Want) => teams[want.team]?.id ?? '';
  const sfi = (want: Want) => sfi_groups[want.sfi]?.id ?? '';
  return byText(team(a), team(b)) || byText(sfi(a), sfi(b));
}

const meets = ({ team, sfi }: Want, ofTeam: number, ofSfi: number): boolean =>
  (team === -1 || team === ofTeam) && (sfi === -1 || sfi === ofSfi);

/** The options without those that a lock rules out. Cost: one pass; the same object where nobody is locked. */
export function withinLocks(index: RegionIndex, options: Options): Options {
  const wantsOf = new Map(lockedParticipants(index).map(({ participant, wants }) => [participant, wants]));
  if (wantsOf.size === 0) return options;
  const kept = new Int32Array(options.participant.length);
  const start = new Int32Array(options.start.length);
  let count = 0;
  for (let p = 0; p + 1 < options.start.length; p++) {
    const wants = wantsOf.get(p);
    for (let k = options.start[p]; k < options.start[p + 1]; k++) {
      if (wants?.some((want) => !meets(want, options.team[k], options.sfi[k]))) continue;
      kept[count++] = k;
    }
    start[p + 1] = count;
  }
  const of = kept.subarray(0, count);
  return {
    participant: of.map((k) => options.participant[k]),
    team: of.map((k) => options.team[k]),
    sfi: of.map((k) => options.sfi[k]),
    points: of.map((k) => options.points[k]),
    teamMinutes: of.map((k) => options.teamMinutes[k]),
    sfiMinutes: of.map((k) => options.sfiMinutes[k]),
    conditional: Uint8Array.from(of, (k) => options.conditional[k]),
    start,
  };
}

function placeLabel(index: RegionIndex, { team, sfi }: Want): Text {
  const labels = [
    ...(team === -1 ? [] : [teamLabel(index, team)]),
    ...(sfi === -1 ? [] : [groupLabel(index, sfi)]),
  ];
  if (labels.length === 0) return { sv: 'att få en plats', en: 'having a place' };
  return { sv: labels.map(({ sv }) => sv).join(' med '), en: labels.map(({ en }) => en).join(' with ') };
}

/** The rules that the locked pair breaks; where the lock leaves a choice, of the pair that breaks the fewest. */
function whyNone(index: RegionIndex, participant: number, wants: readonly Want[]): Text {
  let fewest: readonly Text[] | null = null;
  for (const team of candidates(index.names.team, wants, ({ team }) => team)) {
    for (const sfi of candidates(index.names.sfi, wants, ({ sfi }) => sfi)) {
      const reasons = exclusionsOf(index, participant, team, sfi).map(({ reason }) => reason);
      if (fewest === null || reasons.length < fewest.length) fewest = reasons;
    }
  }
  if (fewest === null)
    return { sv: ' Besluten går emot varandra.', en: ' The decisions contradict each other.' };
  return {
    sv: ` Det går inte: ${fewest.map(({ sv }) => sv).join(' ')}`,
    en: ` That cannot be: ${fewest.map(({ en }) => en).join(' ')}`,
  };
}

/** The rows that every decision allows, in the order of ids. */
function candidates(
  names: ReadonlyMap<string, number>,
  wants: readonly Want[],
  wanted: (want: Want) => number,
): readonly number[] {
  return [...names]
    .filter(([, number]) => wants.every((want) => wanted(want) === -1 || wanted(want) === number))
    .sort(([a], [b]) => byText(a, b))
    .map(([, number]) => number);
}
