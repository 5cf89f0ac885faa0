/**
 * Every page, in plain sight. A page is a folder under pages/ with page.tsx (default export) and texts.ts; an area is a file that lists the pages
 * under one entry of the navigation, so that two people who add pages seldom meet in a file.
 */
import type { ComponentType } from 'react';
import { followup } from './pages/followup.ts';
import { log } from './pages/log.ts';
import { overview } from './pages/overview.ts';
import { people } from './pages/people.ts';
import { proposals } from './pages/proposals.ts';
import { region } from './pages/region.ts';
import { scenarios } from './pages/scenarios.ts';
import { users } from './pages/users.ts';
import type { Action } from './session/session.tsx';

interface Text {
  readonly sv: string;
  readonly en: string;
}

export interface Page {
  /** After /r/REGION where the area is a region's, as wouter reads it: '/pairs/:participant'. Empty for the area's own. */
  readonly path: string;
  /** What one must be allowed to do to open it; others are told that their role does not reach. */
  readonly needs: Action;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

export interface Area {
  readonly title: Text;
  /** '/forslag'. */
  readonly path: string;
  /** Of a region, with an address under /r/REGION, or of the service. */
  readonly of: 'region' | 'service';
  /** The first is the one that the navigation leads to. */
  readonly pages: readonly [Page, ...Page[]];
}

export const areas: readonly Area[] = [overview, proposals, people, scenarios, followup, region, users, log];

/** An area's pages with their whole paths. */
export function routesOf({ path, of, pages }: Area) {
  const before = of === 'region' ? `/r/:region${path}` : path;
  return pages.map((page) => ({ ...page, of, path: `${before}${page.path}` }));
}
