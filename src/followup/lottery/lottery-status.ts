/** What a report says of the lottery: whether it may be looked at, and what it tells. */
import type { Report } from '../report/report-format.ts';
import type { EthicalApproval } from '../settings-format.ts';
import { compareArms, type LotteryDraws } from './compare.ts';

/** On the day of the report; without draws there is nothing to compare. */
export function lotteryStatus(
  draws: LotteryDraws | undefined,
  approval: EthicalApproval | undefined,
  on: string,
): Report['lottery'] {
  const answer = compareArms({ arms: ['', ''], people: [], ...draws, approval, on });
  if (draws === undefined && answer.status !== 'not_approved')
    return { status: 'no_draws', difference: null, interval: null, sentences: [noDraws] };
  const sentences = [answer.sentence];
  if (answer.status !== 'estimated')
    return { status: answer.status, difference: null, interval: null, sentences };
  return {
    status: 'estimated',
    difference: answer.difference,
    interval: [...answer.interval],
    sentences,
  };
}

const noDraws = {
  sv: 'Det finns inga lottningar i underlaget att jämföra.',
  en: 'There are no lotteries in the input to compare.',
};
