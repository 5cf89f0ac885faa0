/** What a report says of the lottery: whether outcomes may be compared through it. The comparison itself is asked for, of one proposal at a time. */
import type { Report } from '../report/report-format.ts';
import { type EthicalApproval, isApproved } from './approval.ts';
import { notApproved } from './compare.ts';

/** On the day of the report. */
export function lotteryStatus(approval: EthicalApproval | undefined, on: string): Report['lottery'] {
  const nothing = { difference: null, interval: null };
  return isApproved(approval, on)
    ? { status: 'no_draws', ...nothing, sentences: [oneProposal] }
    : { status: 'not_approved', ...nothing, sentences: [notApproved] };
}

const oneProposal = {
  sv: 'Ett etikgodkännande är antecknat: utfall kan jämföras genom lottningen, för ett förslag i taget.',
  en: 'An ethical approval is on record: outcomes can be compared through the lottery, for one proposal at a time.',
};
