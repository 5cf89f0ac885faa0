/**
 * Every page, in plain sight. A page is a folder under pages/ with page.tsx (default export) and texts.ts; an area is a file that lists the pages
 * under one entry of the navigation, so that two people who add pages seldom meet in a file.
 */
import type { Area } from './area.ts';
import { followup } from './pages/followup.ts';
import { log } from './pages/log.ts';
import { overview } from './pages/overview.ts';
import { people } from './pages/people.ts';
import { proposals } from './pages/proposals.ts';
import { protectedPerson } from './pages/protected.ts';
import { region } from './pages/region.ts';
import { scenarios } from './pages/scenarios.ts';
import { users } from './pages/users.ts';

export const areas: readonly Area[] = [
  overview,
  proposals,
  people,
  protectedPerson,
  scenarios,
  followup,
  region,
  users,
  log,
];

/** An area's pages with their whole paths. */
export function routesOf({ path, of, pages }: Area) {
  const before = of === 'region' ? `/r/:region${path}` : path;
  return pages.map((page) => ({ ...page, of, path: `${before}${page.path}` }));
}
