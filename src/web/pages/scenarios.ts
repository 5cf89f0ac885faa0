import type { Area } from '../area.ts';

export const scenarios: Area = {
  title: { sv: 'Scenarier', en: 'Scenarios' },
  path: '/scenarier',
  of: 'region',
  pages: [{ path: '', needs: 'scenario.read', load: () => import('./coming/page.tsx') }],
};
