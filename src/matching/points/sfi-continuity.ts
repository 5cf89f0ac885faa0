import type { OptionTerm } from './term.ts';

/** Keeping one's SFI group. Whoever is in none has nothing to lose and gets the weight with any, so that being in a group is no advantage in itself. */
export const sfiContinuity: OptionTerm = {
  id: 'sfi_continuity',
  points: (index, participant, _team, sfi) => {
    const own = index.participants.ownGroup[participant];
    return own === -1 || own === sfi ? index.policy.weights.sfi_continuity : 0;
  },
};
