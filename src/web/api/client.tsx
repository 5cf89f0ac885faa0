/**
 * The service, asked by the types of its own description: `client.GET('/v1/regions')`. In a page: `useAnswer(['regions'], (signal) =>
 * client.GET('/v1/regions', { signal }))`, and for what changes something `useChange`.
 */
import { type UseMutationResult, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import createClient from 'openapi-fetch';
import { currentLanguage } from '../language.tsx';
import type { paths } from './description.ts';
import { kindOf, type Problem, RequestFailure } from './failure.ts';
import { told } from './reachable.tsx';

export const client = createClient<paths>({ baseUrl: location.origin });

/** What everything but GET carries; set with each answer about the session. */
let csrfToken: string | null = null;
export function carryCsrfToken(token: string | null): void {
  csrfToken = token;
}

client.use({
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage());
    if (request.method === 'GET') return;
    if (csrfToken !== null) request.headers.set('x-csrf-token', csrfToken);
    // Whoever tries again with the same key gets the first answer; useChange hands in one for all its tries.
    if (request.method === 'POST' && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', crypto.randomUUID());
  },
  async onResponse({ response }) {
    if (response.ok) {
      told(true);
      return;
    }
    const problem = await problemIn(response);
    told(problem !== null || response.status < 500);
    throw new RequestFailure(kindOf(response.status), problem);
  },
  onError({ error }) {
    if (error instanceof RequestFailure) return error;
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    told(false);
    return new RequestFailure('unreachable', null);
  },
});

async function problemIn(response: Response): Promise<Problem | null> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return null;
  return response.json();
}

interface Answered<Data> {
  readonly data?: Data;
}

/** What was answered; anything else has been thrown by then. */
async function answerOf<Data>(asked: Promise<Answered<Data>>): Promise<Data> {
  const { data } = await asked;
  if (data === undefined) throw new RequestFailure('fault', null);
  return data;
}

/** An answer, kept under its key and asked for anew when it is old. The key holds all that the question depends on. */
export function useAnswer<Data>(
  key: readonly unknown[],
  ask: (signal: AbortSignal) => Promise<Answered<Data>>,
  { enabled = true }: { readonly enabled?: boolean } = {},
): UseQueryResult<Data, RequestFailure> {
  return useQuery<Data, RequestFailure>({
    queryKey: key,
    queryFn: ({ signal }) => answerOf(ask(signal)),
    enabled,
    placeholderData: (before) => before,
  });
}

/** Headers for all tries of one change, so that it happens once. */
export type OnceHeaders = Readonly<Record<'idempotency-key', string>>;

/** A change: `ask` gets what changes and the headers that each of its tries must carry. */
export function useChange<Given, Data>(
  ask: (given: Given, once: OnceHeaders) => Promise<Answered<Data>>,
  onDone?: (data: Data, given: Given) => void,
): UseMutationResult<Data | undefined, RequestFailure, Given> {
  return useMutation<Data | undefined, RequestFailure, Given>({
    mutationFn: async (given) => {
      const once = { 'idempotency-key': crypto.randomUUID() };
      for (let tries = 0; ; tries++) {
        try {
          return (await ask(given, once)).data;
        } catch (error) {
          // A change that got no answer may have been made: the same key makes asking again harmless.
          if (tries === 2 || !(error instanceof RequestFailure) || error.kind !== 'unreachable') throw error;
          await new Promise((resolve) => setTimeout(resolve, 1_000));
        }
      }
    },
    onSuccess: (data, given) => {
      if (data !== undefined) onDone?.(data, given);
    },
  });
}
