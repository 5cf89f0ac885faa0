/** The page that somebody came for, as they hand it in before they sign in elsewhere: never an address outside the service, whatever was handed in. */
import { isPage } from '../pages.ts';

const here = 'http://here.invalid';

/** The path with its query and fragment, as a browser will read it; the first page for whatever is none of the service's pages. */
export function pagePath(given: string): string {
  const path = within(given);
  // Once more: '/.//elsewhere' becomes '//elsewhere', which is another host.
  return path !== null && within(path) === path && isPage({ method: 'GET', url: path }) ? path : '/';
}

function within(given: string): string | null {
  const url = URL.parse(given, here);
  if (!given.startsWith('/') || url === null || url.origin !== here) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
