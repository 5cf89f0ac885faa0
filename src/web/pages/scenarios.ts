import type { Area } from '../area.ts';

export const scenarios: Area = {
  title: { sv: 'Scenarier', en: 'Scenarios' },
  path: '/scenarier',
  of: 'region',
  pages: [
    { path: '', needs: 'scenario.read', load: () => import('./scenarios/page.tsx') },
    { path: '/ny', needs: 'scenario.write', load: () => import('./scenario/page.tsx') },
    { path: '/korning/:run', needs: 'scenario.figures', load: () => import('./scenario-run/page.tsx') },
    { path: '/:scenario', needs: 'scenario.read', load: () => import('./scenario/page.tsx') },
  ],
};
