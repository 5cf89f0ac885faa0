/** The region that one works in: it stands in the address, so that links lead into it, and the last one is kept for addresses without. */
import { useEffect } from 'react';
import { useLocation, useRoute } from 'wouter';
import type { Who } from './session.tsx';

const kept = 'region';

/** The region's id, or null for whoever has a role in none. */
export function useRegionChoice(
  who: Who,
): readonly [region: string | null, choose: (region: string) => void] {
  const [path, navigate] = useLocation();
  const [, params] = useRoute('/r/:region/*?');
  const { regions } = who;
  const named = params?.region;
  const known = [named, localStorage.getItem(kept)].find((id) => regions.some((one) => one.id === id));
  const region = named ?? known ?? regions[0]?.id ?? null;
  useEffect(() => {
    if (named !== undefined) localStorage.setItem(kept, named);
  }, [named]);
  const choose = (to: string): void => {
    localStorage.setItem(kept, to);
    const [, , , area = ''] = path.split('/');
    navigate(named === undefined ? path : `/r/${to}/${area}`);
  };
  return [region, choose];
}
