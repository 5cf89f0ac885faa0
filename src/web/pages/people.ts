import type { Area } from '../area.ts';

export const people: Area = {
  title: { sv: 'Personer', en: 'People' },
  path: '/personer',
  of: 'region',
  pages: [{ path: '', needs: 'participants.list', load: () => import('./coming/page.tsx') }],
};
