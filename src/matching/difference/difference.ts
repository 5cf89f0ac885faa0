import type { Region } from '../../domain/region.ts';
import type { Text } from '../../domain/text.ts';
import { countLabel, GENDERS, type Gender } from '../constraints/labels.ts';
import { byText } from '../order.ts';
import { termName } from '../points/names.ts';
import type { AssignedProposal } from '../proposal-format.ts';
import { type Change, DIFFERENCE_FORMAT, type Difference } from './difference-format.ts';
import { type Pair, type Sides, whyChanged } from './why.ts';

/** A proposal with the region that it was made from. */
export interface Made {
  readonly region: Region;
  readonly proposal: { readonly pairs: readonly Pair[]; readonly unplaced: AssignedProposal['unplaced'] };
}

/** What changes from one proposal to the next. Cost: one pass over the pairs of both, and over their teams for those who change. */
export function differenceBetween(before: Made, after: Made): Difference {
  const sides: Sides = { before: sideOf(before), after: sideOf(after) };
  const genders = new Map(
    [before, after].flatMap(({ region }) =>
      region.participants.map(({ id, gender }) => [id, gender] as const),
    ),
  );
  const tally = createTally();
  const changes: Change[] = [];
  const everybody = new Set([...sides.before.pairOf.keys(), ...sides.after.pairOf.keys()]);
  for (const id of [...everybody].sort(byText)) {
    const [from, to] = [sides.before.pairOf.get(id), sides.after.pairOf.get(id)];
    const points = worth(to) - worth(from);
    const kind = kindOf(from, to);
    tally.add(genders.get(id), kind, points);
    if (kind === 'unchanged') continue;
    changes.push({
      participant: id,
      kind,
      from: placeOf(from),
      to: placeOf(to),
      points,
      terms: termsThatDiffer(from, to),
      why: whyChanged(sides, id, points),
    });
  }
  const totals = tally.totals();
  return { format: DIFFERENCE_FORMAT, changes, totals, summary: summaryOf(totals) };
}

function sideOf({ region, proposal }: Made): Sides['before'] {
  return {
    region,
    pairOf: new Map(proposal.pairs.map((pair) => [pair.participant, pair])),
    inTeam: Map.groupBy(proposal.pairs, ({ team }) => team),
    inGroup: Map.groupBy(proposal.pairs, ({ sfiGroup }) => sfiGroup),
    reasonOf: new Map(proposal.unplaced.map(({ participant, reason }) => [participant, reason])),
    participants: new Set(region.participants.map(({ id }) => id)),
    teams: new Set(region.teams.map(({ id }) => id)),
    groups: new Set(region.sfi_groups.map(({ id }) => id)),
    decisionsOf: Map.groupBy(region.decisions, ({ participant }) => participant),
  };
}

/** The points without what keeping a place gives. */
function worth(pair: Pair | undefined): number {
  return pair === undefined ? 0 : pair.points - (pair.terms.kept ?? 0);
}

function kindOf(from: Pair | undefined, to: Pair | undefined): Change['kind'] | 'unchanged' {
  if (from === undefined) return 'placed';
  if (to === undefined) return 'lost';
  return from.team === to.team && from.sfiGroup === to.sfiGroup ? 'unchanged' : 'moved';
}

function placeOf(pair: Pair | undefined): Change['from'] {
  if (pair === undefined) return null;
  const { team, unit, sfiGroup } = pair;
  return { team, unit, sfiGroup, points: worth(pair) };
}

function termsThatDiffer(from: Pair | undefined, to: Pair | undefined): Change['terms'] {
  const terms = new Set([...Object.keys(from?.terms ?? {}), ...Object.keys(to?.terms ?? {})]);
  terms.delete('kept');
  return [...terms].flatMap((term) => {
    const [before, after] = [from?.terms[term] ?? 0, to?.terms[term] ?? 0];
    return before === after ? [] : [{ term, before, after, ...termName(term) }];
  });
}

type Counts = Omit<Difference['totals'], 'byGender'>;

function createTally() {
  const empty = (): Counts => ({ moved: 0, placed: 0, lost: 0, unchanged: 0, points: 0 });
  const all = empty();
  const byGender = new Map<Gender, Counts>();
  return {
    add: (gender: Gender | undefined, kind: keyof Omit<Counts, 'points'>, points: number) => {
      const counts = gender === undefined ? undefined : (byGender.get(gender) ?? empty());
      if (gender !== undefined && counts !== undefined) byGender.set(gender, counts);
      for (const each of counts === undefined ? [all] : [all, counts]) {
        each[kind]++;
        each.points += points;
      }
    },
    totals: (): Difference['totals'] => ({
      ...all,
      byGender: GENDERS.flatMap((gender) => {
        const counts = byGender.get(gender);
        return counts === undefined ? [] : [{ gender, ...counts }];
      }),
    }),
  };
}

function summaryOf({ moved, placed, lost, unchanged, points }: Counts): Text {
  if (moved + placed + lost === 0) {
    return { sv: 'Ingen får en annan plats.', en: 'Nobody gets another place.' };
  }
  const won = points >= 0;
  const size = Math.abs(points);
  return {
    sv: `${countLabel(moved, 'person flyttar', 'personer flyttar')}, ${placed} får plats, ${lost} mister sin plats och ${unchanged} behåller sin; tillsammans ${size} poäng ${won ? 'mer' : 'mindre'}.`,
    en: `${countLabel(moved, 'person moves', 'people move')}, ${placed} get a place, ${lost} lose theirs and ${unchanged} keep theirs; together ${size} points ${won ? 'more' : 'less'}.`,
  };
}
