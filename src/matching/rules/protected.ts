import type { Rule } from './rule.ts';

/** Whoever has protected personal data is never in a batch; reading a region refuses such rows, and this holds should one come another way. */
export const protectedIdentity: Rule = {
  id: 'protected',
  participant: {
    allows: (index, participant) => index.participants.protected[participant] === 0,
    reason: () => handled,
  },
  without: () => ({
    reason: handled,
    change: {
      sv: 'Ärendet tas för sig av den som har den uppgiften; reserverade platser finns för det.',
      en: 'The case is taken by itself by whoever holds that role; seats are kept in reserve for it.',
    },
  }),
};

const handled = {
  sv: 'Deltagaren handläggs inte i en gemensam körning.',
  en: 'The participant is not handled in a batch.',
};
