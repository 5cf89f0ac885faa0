import type { Area } from '../area.ts';

export const proposals: Area = {
  title: { sv: 'Förslag', en: 'Proposals' },
  path: '/forslag',
  of: 'region',
  pages: [
    { path: '', needs: 'proposal.head', load: () => import('./proposals/page.tsx') },
    { path: '/:proposal', needs: 'proposal.head', load: () => import('./proposal/page.tsx') },
    { path: '/:proposal/par/:participant', needs: 'proposal.pairs', load: () => import('./pair/page.tsx') },
    {
      path: '/:proposal/par/:participant/utskrift',
      needs: 'participant.print',
      load: () => import('./placement/page.tsx'),
    },
  ],
};
