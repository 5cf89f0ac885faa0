import { longestLeg } from '../legs.ts';
import type { OptionTerm } from './term.ts';

/**
 * A short way: the whole weight at 0 minutes, nothing from 90 on, in a straight line between, by the longest way of the option. The scale
 * does not hang on max_commute_min, so that whoever accepts a long way is not sent on one for it.
 */
export const commute: OptionTerm = {
  id: 'commute',
  points: (index, participant, team, sfi) => {
    const spared = Math.max(0, NOTHING_FROM_MINUTES - longestLeg(index, participant, team, sfi));
    return Math.floor((index.policy.weights.commute * spared) / NOTHING_FROM_MINUTES);
  },
};

const NOTHING_FROM_MINUTES = 90;
