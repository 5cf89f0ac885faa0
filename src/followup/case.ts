/**
 * What is known of each participant on a day: of each fact the latest record that had been reported by then. Whoever no record speaks of is a
 * case too, of whom nothing is known. As records are kept and never changed, the knowledge of an earlier day can be had again.
 */
import { homeDistrictOf } from '../domain/home-district.ts';
import { factOf } from '../domain/outcome-facts.ts';
import type { Region } from '../domain/region.ts';
import type { OutcomeRow } from '../domain/tables/followup.ts';
import type { ParticipantRow } from '../domain/tables/participants.ts';

export interface Case {
  readonly participant: ParticipantRow;
  /** Null in a region without units. */
  readonly district: string | null;
  /** The record that holds, of each fact (see factOf). */
  readonly facts: ReadonlyMap<string, OutcomeRow>;
}

export interface Knowledge {
  /** One per participant of the region, in its order. */
  readonly cases: readonly Case[];
  /** Records that a later one has replaced. */
  readonly corrected: number;
}

/** Everything known on the day `asOf` (YYYY-MM-DD), that day's reports included. Records may stand in any order. */
export function knownOn(
  asOf: string,
  outcomes: readonly OutcomeRow[],
  region: Pick<Region, 'participants' | 'areas' | 'units'>,
): Knowledge {
  const districtOf = homeDistrictOf(region);
  const facts = new Map<string, Map<string, OutcomeRow>>();
  let corrected = 0;
  for (const row of outcomes) {
    if (row.recorded_on > asOf) continue;
    const own = facts.get(row.participant) ?? new Map<string, OutcomeRow>();
    const fact = factOf(row);
    const known = own.get(fact);
    if (known !== undefined) corrected++;
    if (known === undefined || comesAfter(row, known)) own.set(fact, row);
    facts.set(row.participant, own);
  }
  const cases = region.participants.map((participant) => ({
    participant,
    district: districtOf(participant),
    facts: facts.get(participant.id) ?? new Map<string, OutcomeRow>(),
  }));
  return { cases, corrected };
}

/** The day decides; on one day any order will do that does not hang on the order of rows (checkOutcomes refuses two that differ). */
function comesAfter(a: OutcomeRow, b: OutcomeRow): boolean {
  if (a.recorded_on !== b.recorded_on) return a.recorded_on > b.recorded_on;
  return JSON.stringify(a) > JSON.stringify(b);
}

export type Milestone = 'permit' | 'enrolled' | 'started' | 'ended';

/** The day of a milestone as YYYY-MM-DD; null where it is not known, or has not happened. */
export function dayOf(known: Case, milestone: Milestone): string | null {
  if (milestone === 'permit') return known.participant.permit_date;
  const row = known.facts.get(milestone);
  return row === undefined || row.happened === false ? null : (row.on ?? null);
}

/** The status reported so many months after the place ended, or the latest one by the day that it is about. */
export function statusAt(known: Case, at: number | 'latest'): OutcomeRow | null {
  if (at !== 'latest') return holding(known.facts.get(`status after ${at}`));
  let latest: OutcomeRow | null = null;
  for (const row of known.facts.values()) {
    if (row.event !== 'status' || row.happened === false) continue;
    if (latest === null || statusDay(row) > statusDay(latest)) latest = row;
  }
  return latest;
}

/** Of statuses of one day, the one that was reported last. */
function statusDay(row: OutcomeRow): string {
  return `${row.on} ${row.recorded_on} ${row.months ?? ''}`;
}

function holding(row: OutcomeRow | undefined): OutcomeRow | null {
  return row === undefined || row.happened === false ? null : row;
}
