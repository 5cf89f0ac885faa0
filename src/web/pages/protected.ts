import type { Area } from '../area.ts';

/** Apart from people: its handlers need not see any list of persons, and whoever does may not come here. */
export const protectedPerson: Area = {
  title: { sv: 'Skyddad person', en: 'Protected person' },
  path: '/skyddad',
  of: 'region',
  pages: [{ path: '', needs: 'protected.match', load: () => import('./protected/page.tsx') }],
};
