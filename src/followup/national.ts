/** What is known of the country as a whole, for comparison: from the same source as the project's own figures. */
import type { Comparison } from './comparison.ts';

const source = "The project ResursUtbyte's final report, autumn 2005";

export const national: readonly Comparison[] = [
  {
    id: 'national-1995',
    indicator: 'in-work',
    of: 'others',
    name: {
      sv: 'hade arbete i hela landet, av dem som kom 1995, efter tre och ett halvt år',
      en: 'had work in the country as a whole, of those who came in 1995, three and a half years on',
    },
    value: 0.15,
    source,
  },
  {
    id: 'national-2002',
    indicator: 'in-work',
    of: 'others',
    name: {
      sv: 'hade arbete i hela landet, av dem som kom 2002, efter två och ett halvt år',
      en: 'had work in the country as a whole, of those who came in 2002, two and a half years on',
    },
    value: 0.18,
    source,
  },
];
