import type { Area } from '../area.ts';

export const proposals: Area = {
  title: { sv: 'Förslag', en: 'Proposals' },
  path: '/forslag',
  of: 'region',
  pages: [{ path: '', needs: 'proposal.pairs', load: () => import('./coming/page.tsx') }],
};
