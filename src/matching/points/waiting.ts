import type { TeamTerm } from './term.ts';

/** Days from the residence permit to the start of the period: the whole weight at 730, the two years of the establishment programme. An absolute scale, so that nobody's points hang on who else waits. */
export const waiting: TeamTerm = {
  id: 'waiting',
  points: (index, participant) => {
    const days = Math.max(0, index.from - index.participants.permitDay[participant]);
    return Math.floor((index.policy.weights.waiting * Math.min(days, FULL_DAYS)) / FULL_DAYS);
  },
};

const FULL_DAYS = 730;
