import type { Area } from '../area.ts';

export const users: Area = {
  title: { sv: 'Användare', en: 'Users' },
  path: '/anvandare',
  of: 'service',
  pages: [{ path: '', needs: 'users.manage', load: () => import('./users/page.tsx') }],
};
