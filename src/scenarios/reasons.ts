/**
 * Why something could not be answered, in sentences that may stand beside figures: no one person is named in them, since figures are read by
 * those who see no person.
 */
import type { InputProblem } from '../domain/checks/input-problem.ts';
import type { Text } from '../domain/text.ts';
import type { Proposal } from '../matching/proposal-format.ts';

type Clash = Extract<Proposal, { status: 'conflict' }>['clash'];

/** Tables whose rows are about one person, as faults name them. */
const personal = /^(participants|participant_languages|extracts|decisions|sessions)\b/;
const LOCK = /^lock:/;

/** The demands that cannot all be met. */
export function clashReasons(clash: Clash): Text[] {
  return clash.map(({ constraint, sv, en }) => (LOCK.test(constraint) ? lockOfSomebody : { sv, en }));
}

/** Constraints by their ids, without whom a lock is about. */
export function impersonalIds(ids: readonly string[]): string[] {
  return ids.map((id) => (LOCK.test(id) ? 'lock' : id));
}

/** Faults without the values of rows about persons. */
export function impersonalFaults(faults: readonly InputProblem[]): InputProblem[] {
  return faults.map((fault) => (personal.test(fault.file) ? { ...fault, value: null } : fault));
}

/** Why edits could not be made. */
export function faultReasons(faults: readonly InputProblem[]): Text[] {
  return impersonalFaults(faults).map(({ file, value, message }) => {
    const where = value === null ? file : `${file} (${value})`;
    return { sv: `${where}: ${message.sv}`, en: `${where}: ${message.en}` };
  });
}

/** Why there is no assignment. */
export function withoutAnswer(proposal: Extract<Proposal, { status: 'conflict' | 'unknown' }>): Text[] {
  return proposal.status === 'conflict' ? clashReasons(proposal.clash) : [nothingFound];
}

const lockOfSomebody: Text = {
  sv: 'Ett låst beslut om en viss deltagare.',
  en: 'A locked decision about a certain participant.',
};
const nothingFound: Text = {
  sv: 'Inget hittades inom gränsen.',
  en: 'Nothing was found within the limit.',
};
