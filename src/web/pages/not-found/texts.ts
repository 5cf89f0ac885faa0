import { defineTexts } from '../../texts.ts';

export const texts = defineTexts(
  'not-found',
  { heading: 'Sidan finns inte', text: 'Adressen leder ingenstans. Välj en sida i menyn.' },
  { heading: 'There is no such page', text: 'The address leads nowhere. Choose a page in the menu.' },
);
