import { defineTexts } from '../../texts.ts';

export const texts = defineTexts(
  'no-right',
  { heading: 'Din roll når inte hit', text: 'Be den som sköter konton om du behöver sidan i ditt arbete.' },
  {
    heading: 'Your role does not reach here',
    text: 'Ask whoever manages users if you need the page for your work.',
  },
);
