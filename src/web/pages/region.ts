import type { Area } from '../area.ts';

export const region: Area = {
  title: { sv: 'Region', en: 'Region' },
  path: '/data',
  of: 'region',
  pages: [
    { path: '', needs: 'policy.read', load: () => import('./region/page.tsx') },
    { path: '/policy', needs: 'policy.read', load: () => import('./policy/page.tsx') },
  ],
};
