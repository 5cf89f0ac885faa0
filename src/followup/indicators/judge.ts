/**
 * Whether a condition holds of a person: yes, no, or unknown. Unknown is an answer of its own (Kleene's strong logic of three values, 1952):
 * it becomes a yes or a no only where the other parts decide the matter.
 */
import type { OutcomeRow } from '../../domain/tables/followup.ts';
import { type Case, statusAt } from '../case.ts';
import { amountOf, weeksBetween } from './amount.ts';
import type { Condition } from './condition.ts';

export type Answer = 'yes' | 'no' | 'unknown';

/** Judges one condition by what is known of one person. */
export function judge(condition: Condition, known: Case): Answer {
  if ('everybody' in condition) return 'yes';
  if ('all' in condition) return all(condition.all.map((part) => judge(part, known)));
  if ('any' in condition) return not(all(condition.any.map((part) => not(judge(part, known)))));
  if ('not' in condition) return not(judge(condition.not, known));
  if ('happened' in condition) return happened(condition.happened, known);
  if ('left_because' in condition) {
    const left = happened('left_early', known);
    if (left !== 'yes') return left;
    const reason = known.facts.get('ended')?.reason;
    return reason === undefined ? 'unknown' : yesIf(condition.left_because.includes(reason));
  }
  if ('status' in condition) return judgeStatus(condition.status, known);
  if ('within' in condition) {
    const { from, to, weeks } = condition.within;
    const took = weeksBetween(known, from, to);
    return took === null ? 'unknown' : yesIf(took <= weeks);
  }
  if ('amount' in condition) {
    const { of, at_least, at_most } = condition.amount;
    const amount = amountOf(known, of);
    if (amount === null) return 'unknown';
    return yesIf(
      (at_least === undefined || amount >= at_least) && (at_most === undefined || amount <= at_most),
    );
  }
  if ('gender' in condition) return yesIf(condition.gender.includes(known.participant.gender));
  return yesIf(condition.sfi_path.includes(known.participant.sfi_path));
}

/** A place that has ended has been started, and a completed one was not left early. Of what nobody has reported nothing is known. */
function happened(
  event: 'enrolled' | 'started' | 'sfi_passed' | 'completed' | 'left_early',
  known: Case,
): Answer {
  if (event === 'sfi_passed') {
    const passed = [...known.facts.values()].filter((row) => row.event === event);
    return passed.length === 0 ? 'unknown' : yesIf(passed.some(holds));
  }
  const ended = known.facts.get('ended');
  if (event === 'completed' || event === 'left_early') {
    if (ended === undefined) return 'unknown';
    return ended.event === event ? yesIf(holds(ended)) : holds(ended) ? 'no' : 'unknown';
  }
  const own = known.facts.get(event);
  if (own !== undefined) return yesIf(holds(own));
  const later = event === 'enrolled' ? [known.facts.get('started'), ended] : [ended];
  return later.some((row) => row !== undefined && holds(row)) ? 'yes' : 'unknown';
}

function judgeStatus(asked: Extract<Condition, { readonly status: unknown }>['status'], known: Case): Answer {
  const { at, occupation, self_support } = asked;
  const row = statusAt(known, at);
  if (occupation === undefined && self_support === undefined) return yesIf(row !== null);
  if (row === null) return 'unknown';
  return all([oneOf(row.occupation, occupation), oneOf(row.self_support, self_support)]);
}

function oneOf<T extends string>(value: T | undefined, wanted: readonly T[] | undefined): Answer {
  if (wanted === undefined) return 'yes';
  if (value === undefined) return 'unknown';
  if (wanted.includes(value)) return 'yes';
  return value === 'unknown' ? 'unknown' : 'no';
}

function holds(row: OutcomeRow): boolean {
  return row.happened !== false;
}

function all(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

function not(answer: Answer): Answer {
  if (answer === 'unknown') return answer;
  return answer === 'yes' ? 'no' : 'yes';
}

function yesIf(holds: boolean): Answer {
  return holds ? 'yes' : 'no';
}
