import { defineTexts } from '../../texts.ts';

export const texts = defineTexts(
  'start',
  {
    heading: 'Välkommen',
    lead: 'Ett förslag är ett råd; en människa bestämmer.',
    nothing: 'Du har ännu ingen roll här. Be den som sköter konton.',
  },
  {
    heading: 'Welcome',
    lead: 'A proposal is advice; a person decides.',
    nothing: 'You have no role here yet. Ask whoever manages users.',
  },
);
