import type { Text } from '../domain/text.ts';
import type { Row } from './constraints/family.ts';
import { exclusionsOf } from './exclusions.ts';
import type { Live, Standing } from './live.ts';
import { termsOf } from './options.ts';
import { byText } from './order.ts';
import { mayBeOverridden } from './overrides.ts';
import { termNames } from './points/names.ts';
import type { TermPoints } from './points/term.ts';
import type { RuleId } from './rules/rule.ts';

/**
 * What it would mean to make a pair by hand, for any participant, team and SFI group, before anybody does it:
 *
 * 1. The rules that speak against the pair, each in words, and whether an officer may set it aside (overrides.ts).
 * 2. Its points with their terms, though a rule speaks against it.
 * 3. The person leaves the present place for the new one. Where that overfills seats, supervisors or a share of the load, somebody must give
 *    way: of those who stand there and are not held by a decision, the one with the fewest points.
 * 4. The limits that are then overrun further than before; hard ones make the pair a conflict.
 * 5. The change of the objective, if those displaced get nothing else: what asking again would find is at least this good.
 *
 * Cost: the rows of the region, and where somebody must give way a look at everybody who stands.
 */
export interface ManualPair {
  readonly status: 'checked';
  readonly participant: string;
  readonly team: string;
  readonly unit: string;
  readonly sfiGroup: string;
  readonly points: number;
  readonly terms: readonly (TermPoints & Text)[];
  readonly rules: readonly BrokenRule[];
  readonly overruns: readonly Overrun[];
  readonly displaced: readonly Displaced[];
  readonly change: number;
  /** How it can be made: as it is, by setting rules aside, or not at all. */
  readonly verdict: 'possible' | 'override' | 'impossible';
}

interface BrokenRule extends Text {
  readonly rule: RuleId;
  readonly overridable: boolean;
}

/** A limit that is overrun further than before. `cost` in points; null where it is hard. */
interface Overrun extends Text {
  readonly constraint: string;
  readonly by: number;
  readonly cost: number | null;
}

/** Somebody who would have to give way, and the points that go with the place. */
export interface Displaced {
  readonly participant: string;
  readonly team: string;
  readonly sfiGroup: string;
  readonly points: number;
}

export type ManualPairOutcome =
  | ManualPair
  | {
      readonly status: 'not_found';
      readonly table: 'participants' | 'teams' | 'sfi_groups';
      readonly id: string;
    };

export interface ManualPairQuestion {
  readonly participant: string;
  readonly team: string;
  readonly sfiGroup: string;
}

/** Checks a pair against what stands. `held` are the participants whom a decision keeps where they are. */
export function checkManualPair(
  live: Live,
  question: ManualPairQuestion,
  held: ReadonlySet<string>,
): ManualPairOutcome {
  const { names, region } = live.index;
  const p = names.participant.get(question.participant);
  if (p === undefined) return { status: 'not_found', table: 'participants', id: question.participant };
  const team = names.team.get(question.team);
  if (team === undefined) return { status: 'not_found', table: 'teams', id: question.team };
  const sfi = names.sfi.get(question.sfiGroup);
  if (sfi === undefined) return { status: 'not_found', table: 'sfi_groups', id: question.sfiGroup };
  const terms = termsOf(live.index, p, team, sfi);
  const points = terms.reduce((sum, term) => sum + term.points, 0);
  const rules = exclusionsOf(live.index, p, team, sfi).map(({ rule, reason }) => ({
    rule,
    overridable: mayBeOverridden(rule),
    ...reason,
  }));
  const after = afterwards(live, p, { team, sfi, points }, held);
  const overruns = overrunsBetween(live, after.used);
  return {
    status: 'checked',
    participant: question.participant,
    team: question.team,
    unit: region.teams[team].unit,
    sfiGroup: question.sfiGroup,
    points,
    terms: terms.map((term) => ({ ...term, ...termNames[term.term] })),
    rules,
    overruns,
    displaced: displacedOf(live, after.displaced),
    change: points - after.pointsLost - lossBetween(live, after.used),
    verdict: verdictOf(rules, overruns),
  };
}

function verdictOf(rules: readonly BrokenRule[], overruns: readonly Overrun[]): ManualPair['verdict'] {
  if (overruns.some(({ cost }) => cost === null) || rules.some(({ overridable }) => !overridable)) {
    return 'impossible';
  }
  return rules.length > 0 ? 'override' : 'possible';
}

interface Afterwards {
  readonly used: Float64Array;
  readonly displaced: readonly number[];
  /** What the person and those displaced have today. */
  readonly pointsLost: number;
}

/** Step 3. */
function afterwards(live: Live, p: number, to: Standing, held: ReadonlySet<string>): Afterwards {
  const used = live.used.slice();
  const apply = (participant: number, stands: Standing, times: 1 | -1) =>
    live.uses(participant, stands, (row, amount) => {
      used[row] += times * amount;
    });
  const own = live.standing.get(p);
  if (own) apply(p, own, -1);
  apply(p, to, 1);
  let pointsLost = own?.points ?? 0;
  const displaced: number[] = [];
  for (const row of fullRows(live, used, p, to)) {
    const near = placeRows.get(kindOf(live.rows[row].id)) ?? (() => false);
    while (used[row] > Math.max(live.rows[row].limit, live.used[row])) {
      const next = cheapest(live, row, (other, stands) => {
        const stays = other === p || displaced.includes(other) || held.has(idOf(live, other));
        return !stays && near(stands, to);
      });
      if (next === null) break;
      apply(next.participant, next.stands, -1);
      displaced.push(next.participant);
      pointsLost += next.stands.points;
    }
  }
  return { used, displaced, pointsLost };
}

/**
 * Rows in which people take places one by one, so that one person's leaving makes room for another; and who may be in the same row, asked
 * first of everybody who stands, as the rows themselves take longer to tell.
 */
const placeRows = new Map<string, (a: Standing, b: Standing) => boolean>([
  ['team', (a, b) => a.team === b.team],
  ['supervisors', (a, b) => a.team === b.team],
  ['sfi', (a, b) => a.sfi === b.sfi],
  ['unit', () => true],
  ['district', () => true],
]);

function fullRows(live: Live, used: Float64Array, p: number, to: Standing): readonly number[] {
  const full: number[] = [];
  live.uses(p, to, (row) => {
    const { id, limit, penalty } = live.rows[row];
    const hard = penalty === Number.POSITIVE_INFINITY;
    if (hard && placeRows.has(kindOf(id)) && used[row] > Math.max(limit, live.used[row])) full.push(row);
  });
  return full;
}

function kindOf(constraint: string): string {
  return constraint.slice(0, constraint.indexOf(':'));
}

/** Who takes a place in the row with the fewest points, the first by id of equal ones. */
function cheapest(
  live: Live,
  row: number,
  mayGo: (participant: number, stands: Standing) => boolean,
): { readonly participant: number; readonly stands: Standing } | null {
  let found: { readonly participant: number; readonly stands: Standing } | null = null;
  for (const [participant, stands] of live.standing) {
    if (!mayGo(participant, stands) || !takes(live, participant, stands, row)) continue;
    const less = found === null ? -1 : stands.points - found.stands.points;
    const first = found !== null && byText(idOf(live, participant), idOf(live, found.participant)) < 0;
    if (less < 0 || (less === 0 && first)) found = { participant, stands };
  }
  return found;
}

function takes(live: Live, participant: number, stands: Standing, wanted: number): boolean {
  let takesIt = false;
  live.uses(participant, stands, (row, amount) => {
    if (row === wanted && amount > 0) takesIt = true;
  });
  return takesIt;
}

function over({ limit }: Row, used: number): number {
  return Math.max(0, used - limit);
}

/** Step 4, in the order of ids. */
function overrunsBetween({ rows, used: before }: Live, after: Float64Array): readonly Overrun[] {
  return rows
    .flatMap((row, r) => {
      const by = over(row, after[r]) - over(row, before[r]);
      if (by <= 0) return [];
      const cost = Number.isFinite(row.penalty) ? by * row.penalty : null;
      return [{ constraint: row.id, by, cost, ...row.text }];
    })
    .sort((a, b) => byText(a.constraint, b.constraint));
}

/** Points lost to limits that have a price, less those lost today. */
function lossBetween({ rows, used: before }: Live, after: Float64Array): number {
  return rows.reduce((loss, row, r) => {
    if (!Number.isFinite(row.penalty)) return loss;
    return loss + row.penalty * (over(row, after[r]) - over(row, before[r]));
  }, 0);
}

function displacedOf(live: Live, displaced: readonly number[]): readonly Displaced[] {
  const { teams, sfi_groups } = live.index.region;
  return displaced.flatMap((participant) => {
    const stands = live.standing.get(participant);
    if (stands === undefined) return [];
    return [
      {
        participant: idOf(live, participant),
        team: teams[stands.team].id,
        sfiGroup: sfi_groups[stands.sfi].id,
        points: stands.points,
      },
    ];
  });
}

function idOf(live: Live, participant: number): string {
  return live.index.region.participants[participant].id;
}
