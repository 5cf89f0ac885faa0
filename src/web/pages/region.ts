import type { Area } from '../area.ts';

export const region: Area = {
  title: { sv: 'Region', en: 'Region' },
  path: '/data',
  of: 'region',
  pages: [{ path: '', needs: 'policy.read', load: () => import('./coming/page.tsx') }],
};
