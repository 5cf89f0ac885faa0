import type { Area } from '../area.ts';

export const overview: Area = {
  title: { sv: 'Översikt', en: 'Overview' },
  path: '/oversikt',
  of: 'region',
  pages: [{ path: '', needs: 'region.figures', load: () => import('./overview/page.tsx') }],
};
