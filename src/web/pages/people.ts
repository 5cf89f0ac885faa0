import type { Area } from '../area.ts';

export const people: Area = {
  title: { sv: 'Personer', en: 'People' },
  path: '/personer',
  of: 'region',
  pages: [
    { path: '', needs: 'participants.list', load: () => import('./people/page.tsx') },
    { path: '/invandningar', needs: 'contest.answer', load: () => import('./contests/page.tsx') },
    { path: '/:participant', needs: 'participant.read', load: () => import('./person/page.tsx') },
  ],
};
