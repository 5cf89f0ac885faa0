/** Many runs in a few words. */
import { percent } from './case.ts';
import type { CaseResult, Outcome } from './outcome.ts';

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly count: number;
}

/** The median and the ends of some numbers; null of none. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, least: sorted[0], most: sorted[sorted.length - 1], count: sorted.length };
}

type Reached = Extract<Outcome, { readonly status: 'reached' }>;

const isReached = (outcome: Outcome): outcome is Reached => outcome.status === 'reached';

/** Of the runs that reached their goal: milliseconds. Only verified answers have one. */
export function timesOf(outcomes: readonly Outcome[]): readonly number[] {
  return outcomes.filter(isReached).map(({ ms }) => ms);
}

/** "0.41 s (0.39-0.44, 3 runs)". */
export function spreadLabel(spread: Spread): string {
  const ends =
    spread.count > 1 ? ` (${seconds(spread.least)}-${seconds(spread.most)}, ${spread.count} runs)` : '';
  return `${seconds(spread.median)} s${ends}`;
}

/** Seconds with three significant digits. */
export function seconds(ms: number): string {
  return `${Number((ms / 1000).toPrecision(3))}`;
}

/** What came of the last cold run, in words: a time, or why there is none. */
export function outcomeLabel({ cold, timeLimitMs }: CaseResult): string {
  const last = cold[cold.length - 1];
  if (last.status === 'timeout') return `timeout: ended after ${seconds(last.ms)} s`;
  if (last.status === 'missed')
    return `${gapLabel(last)} in ${seconds(last.ms)} s (limit ${seconds(timeLimitMs)} s)`;
  if (last.status === 'infeasible') return `breaks rules: ${last.why}`;
  if (last.status === 'none') return `no answer in ${seconds(last.ms)} s: ${last.why}`;
  if (last.status === 'absent') return `not installed: ${last.why}`;
  if (last.status !== 'reached') return `${last.status}: ${last.why}`;
  const spread = spreadOf(timesOf(cold));
  return spread ? spreadLabel(spread) : '';
}

/** The gap of an answer: of costs where it is a minimum; and the certified one where the engine claims a better one. */
export function gapLabel(outcome: Pick<Reached, 'gap' | 'certifiedGap' | 'cost' | 'proof'>): string {
  const { cost, gap, certifiedGap, proof } = outcome;
  if (cost) {
    const trust = proof === 'engine' ? ' by its word' : '';
    return `cost ${cost[0]}, at least ${cost[1]}${trust} (${percent((cost[0] - cost[1]) / cost[0])})`;
  }
  if (proof !== 'engine') return gap === 0 ? 'proven' : percent(gap);
  const claimed = gap === 0 ? 'proven by its word' : `${percent(gap)} by its word`;
  return `${claimed}, certified ${percent(certifiedGap)}`;
}

/** A line for the terminal. */
export function lineOf(result: CaseResult): string {
  const { instance, engine, goal, withinMs, cold, warm } = result;
  const last = cold[cold.length - 1];
  const parts = [instance.padEnd(18), engine.padEnd(9), goal.padEnd(14), outcomeLabel(result)];
  if (isReached(last)) {
    parts.push(gapLabel(last), last.proof, `${last.peakMb} MB`);
    const warmed = spreadOf(timesOf(warm));
    if (warmed) parts.push(`warm ${spreadLabel(warmed)}`);
  }
  if (withinMs !== null)
    parts.push(isWithin(result) ? `within ${seconds(withinMs)} s` : `NOT within ${seconds(withinMs)} s`);
  return parts.join('  ');
}

/** Whether the wish is met: the goal reached by all runs, their median within the time that was asked. */
export function isWithin({ cold, withinMs }: CaseResult): boolean {
  const spread = spreadOf(timesOf(cold));
  return withinMs !== null && cold.every(isReached) && spread !== null && spread.median <= withinMs;
}
