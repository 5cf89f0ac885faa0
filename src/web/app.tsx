/** What holds the pages together: the cache of answers, the addresses, and who sees what. */
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RequestFailure } from './api/failure.ts';
import { isReachable, onReachable } from './api/reachable.tsx';
import { sessionKey } from './session/session.tsx';
import { Shell } from './shell/shell.tsx';

const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof RequestFailure && error.kind === 'not-signed-in')
        void queries.invalidateQueries({ queryKey: sessionKey });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always',
      retry: (tries, error) => error instanceof RequestFailure && error.kind === 'unreachable' && tries < 2,
    },
    mutations: {
      networkMode: 'always',
      onError: (error) => {
        if (error instanceof RequestFailure && error.kind === 'not-signed-in')
          void queries.invalidateQueries({ queryKey: sessionKey });
      },
    },
  },
});

onReachable(() => {
  if (isReachable()) void queries.invalidateQueries();
});

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Shell />
    </QueryClientProvider>
  );
}
