import { defineTexts } from '../../texts.ts';

export const texts = defineTexts(
  'coming',
  {
    heading: 'Sidan byggs',
    text: 'Det som ska stå här nås under tiden genom tjänstens gränssnitt för program.',
  },
  {
    heading: 'The page is being built',
    text: 'What will stand here can meanwhile be reached through the interface for programs.',
  },
);
