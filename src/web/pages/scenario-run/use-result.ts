/** What a run came to, as the service tells it; asked for once, however many parts of the page read it. */
import { client, useAnswer } from '../../api/client.tsx';

export function useResult(id: string) {
  return useAnswer(['scenario-result', id], (signal) =>
    client.GET('/v1/scenario-runs/{id}/result', { params: { path: { id } }, signal }),
  );
}

export type Result = NonNullable<ReturnType<typeof useResult>['data']>;
