/** Who is signed in, what they may do, and signing in and out. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect } from 'react';
import { carryCsrfToken, client, useAnswer, useChange } from '../api/client.tsx';
import type { paths } from '../api/description.ts';

type Current = paths['/v1/sessions/current']['get']['responses'][200]['content']['application/json'];
export type Who = NonNullable<Current['who']>;
export type Action = Who['may'][number];

export const sessionKey = ['session'] as const;

export function useSession() {
  return useAnswer<Current>(sessionKey, async (signal) => {
    const answer = await client.GET('/v1/sessions/current', { signal });
    carryCsrfToken(answer.data?.who?.csrfToken ?? null);
    return answer;
  });
}

/** Whoever a page is shown to: still them while their session has ended and the page waits behind the sign-in. */
export const ShownTo = createContext<Who | null>(null);

/** For pages, which are shown to nobody else. */
export function useWho(): Who {
  const who = useContext(ShownTo);
  if (who === null) throw new Error('a page for whoever is signed in, shown to nobody');
  return who;
}

/** While nobody is signed in here: looks whether somebody has signed in beside, as soon as one comes back to this window. */
export function useSessionOfOthers(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const look = (): void => void queries.invalidateQueries({ queryKey: sessionKey });
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [queries]);
}

export function useSignIn() {
  const queries = useQueryClient();
  return useChange(
    (body: { login: string; password: string }) => client.POST('/v1/sessions', { body }),
    (who) => {
      carryCsrfToken(who.csrfToken);
      queries.setQueryData<Current>(sessionKey, (before) => ({ openId: before?.openId ?? false, who }));
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    },
  );
}

export function useSignOut() {
  const queries = useQueryClient();
  return async () => {
    await client.DELETE('/v1/sessions/current');
    // A new start of the page: nothing of whoever leaves stays in memory.
    queries.clear();
    location.assign('/');
  };
}

/** Whether the roles of whoever is signed in allow it: in the region, or for the service itself where region is null. */
export function mayDo(who: Who, action: Action, region: string | null): boolean {
  const may = region === null ? who.may : who.regions.find(({ id }) => id === region)?.may;
  return may?.includes(action) === true;
}
