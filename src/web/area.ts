/** What an entry of the navigation is, and the pages under it. */
import type { ComponentType } from 'react';
import type { Action } from './session/session.tsx';

interface Text {
  readonly sv: string;
  readonly en: string;
}

interface Page {
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
