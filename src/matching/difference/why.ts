import type { Region, TableRow } from '../../domain/region.ts';
import type { Text } from '../../domain/text.ts';
import type { AssignedProposal } from '../proposal-format.ts';
import type { Why } from './difference-format.ts';

/**
 * Why somebody has another place than before, as far as two proposals and their regions tell: first what was decided or is gone, then whose
 * seat it was or is, then what it is worth. A match weighs everybody at once, so the seats say who changed places with whom, not whose fault
 * it was.
 */

/** What a difference looks at of a pair. */
export type Pair = Pick<
  AssignedProposal['pairs'][number],
  'participant' | 'team' | 'unit' | 'sfiGroup' | 'points' | 'terms'
>;

/** A proposal and its region, by name. */
interface Side {
  readonly region: Region;
  readonly pairOf: ReadonlyMap<string, Pair>;
  readonly inTeam: ReadonlyMap<string, readonly Pair[]>;
  readonly inGroup: ReadonlyMap<string, readonly Pair[]>;
  readonly reasonOf: ReadonlyMap<string, Text>;
  readonly participants: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly decisionsOf: ReadonlyMap<string, readonly TableRow<'decisions'>[]>;
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** At least one reason; `points` is what the person wins. */
export function whyChanged(sides: Sides, participant: string, points: number): Why[] {
  const from = sides.before.pairOf.get(participant);
  const to = sides.after.pairOf.get(participant);
  if (!sides.after.participants.has(participant)) return [leftPool];
  const found = [
    ...(sides.before.participants.has(participant) ? [] : [newInPool]),
    ...(from ? whyNotThere(sides, from) : []),
    ...(to ? whyHere(sides, to) : []),
    ...(from ? seatTaken(sides, from, to) : []),
    ...(to ? seatLeft(sides, to, from) : []),
  ];
  const reason = to === undefined ? sides.after.reasonOf.get(participant) : undefined;
  if (reason) found.push({ code: 'reason', sv: reason.sv, en: reason.en });
  if (to && from && points > 0) found.push(better(points));
  const explained = found.some(({ code }) => code !== 'seat_left');
  return explained ? found : [...found, points > 0 ? better(points) : forOthers];
}

const leftPool: Why = {
  code: 'left_pool',
  sv: 'Personen väntar inte längre.',
  en: 'The person no longer waits.',
};
const newInPool: Why = {
  code: 'new_in_pool',
  sv: 'Personen har tillkommit sedan förra förslaget.',
  en: 'The person has come since the earlier proposal.',
};
const forOthers: Why = {
  code: 'for_others',
  sv: 'Hela förslaget vinner mer på det än personen förlorar.',
  en: 'The whole proposal wins more by it than the person loses.',
};

function better(points: number): Why {
  return {
    code: 'better',
    sv: `Platsen är ${points} poäng bättre för personen.`,
    en: `The place is ${points} points better for the person.`,
  };
}

function whyNotThere({ after }: Sides, from: Pair): readonly Why[] {
  if (!after.teams.has(from.team) || !after.groups.has(from.sfiGroup)) {
    return [
      {
        code: 'place_gone',
        sv: 'Arbetslaget eller sfi-gruppen finns inte längre.',
        en: 'The team or the SFI group is no longer there.',
      },
    ];
  }
  const refusal = after.decisionsOf
    .get(from.participant)
    ?.find((row) => row.decision === 'turned_down' && speaksOf(row, from));
  if (refusal === undefined) return [];
  const { reason } = refusal;
  return [{ code: 'turned_down', sv: `Avböjt: ${reason}`, en: `Turned down: ${reason}` }];
}

function whyHere({ after }: Sides, to: Pair): readonly Why[] {
  const lock = after.decisionsOf
    .get(to.participant)
    ?.find((row) => row.decision === 'lock' && speaksOf(row, to));
  return lock ? [{ code: 'locked', sv: 'Ett beslut låser paret.', en: 'A decision locks the pair.' }] : [];
}

function speaksOf({ team, sfi_group }: TableRow<'decisions'>, pair: Pair): boolean {
  return (
    (team === undefined || team === pair.team) && (sfi_group === undefined || sfi_group === pair.sfiGroup)
  );
}

/** Who is where the person was, and was not before; of the SFI group where the team is the same. */
function seatTaken({ before, after }: Sides, from: Pair, to: Pair | undefined): readonly Why[] {
  const participants = newcomers(before, after, from, to);
  if (participants.length === 0) return [];
  const who = participants.join(', ');
  return [
    {
      code: 'seat_taken',
      sv: `Platsen har nu: ${who}.`,
      en: `The seat now belongs to: ${who}.`,
      participants,
    },
  ];
}

/** Who was where the person is now, and is not any more. */
function seatLeft({ before, after }: Sides, to: Pair, from: Pair | undefined): readonly Why[] {
  const participants = newcomers(after, before, to, from);
  if (participants.length === 0) return [];
  const who = participants.join(', ');
  return [
    {
      code: 'seat_left',
      sv: `Platsen hade tidigare: ${who}.`,
      en: `The seat was held before by: ${who}.`,
      participants,
    },
  ];
}

/** Whoever is at a place in `there` and was not in `here`; the team's, or the SFI group's where only that differs from the `other` place. */
function newcomers(here: Side, there: Side, place: Pair, other: Pair | undefined): string[] {
  const sameTeam = other?.team === place.team;
  const at = sameTeam ? there.inGroup.get(place.sfiGroup) : there.inTeam.get(place.team);
  const was = ({ participant }: Pair) => {
    const pair = here.pairOf.get(participant);
    return sameTeam ? pair?.sfiGroup === place.sfiGroup : pair?.team === place.team;
  };
  return (at ?? []).filter((pair) => !was(pair)).map(({ participant }) => participant);
}
