import type { Area } from '../area.ts';

export const followup: Area = {
  title: { sv: 'Uppföljning', en: 'Follow-up' },
  path: '/uppfoljning',
  of: 'region',
  pages: [
    { path: '', needs: 'statistics.read', load: () => import('./followup/page.tsx') },
    { path: '/overenskommelser', needs: 'commitment.read', load: () => import('./agreements/page.tsx') },
    { path: '/lottning', needs: 'lottery.compare', load: () => import('./lottery/page.tsx') },
  ],
};
