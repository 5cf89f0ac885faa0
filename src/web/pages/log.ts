import type { Area } from '../area.ts';

export const log: Area = {
  title: { sv: 'Logg', en: 'Log' },
  path: '/logg',
  of: 'region',
  pages: [{ path: '', needs: 'audit.read', load: () => import('./log/page.tsx') }],
};
