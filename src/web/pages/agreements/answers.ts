/** What partners agreed on, as the service answers it and takes it. */
import { client, type OnceHeaders, useAnswer } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';

type Indicators = paths['/v1/regions/{region}/indicators'];
type Commitments = paths['/v1/regions/{region}/commitments'];
type Saved = paths['/v1/regions/{region}/partnership']['put']['requestBody']['content']['application/json'];

export type Indicator = Indicators['post']['requestBody']['content']['application/json'];
export type NewCommitment = Commitments['post']['requestBody']['content']['application/json'];
export type Commitment = Commitments['get']['responses'][200]['content']['application/json'][number];
export type Partnership = Saved['partnership'];
export type Partners = NonNullable<Partnership['partners']>;

/** Every version of every indicator. */
export function useIndicators(region: string) {
  return useAnswer(['indicators', region], (signal) =>
    client.GET('/v1/regions/{region}/indicators', { params: { path: { region } }, signal }),
  );
}

/** Every report of every promise, the earliest first. */
export function useCommitments(region: string) {
  return useAnswer(['commitments', region], (signal) =>
    client.GET('/v1/regions/{region}/commitments', { params: { path: { region } }, signal }),
  );
}

export function tryIndicator(region: string, body: Indicator, headers: OnceHeaders) {
  return client.POST('/v1/regions/{region}/indicators/preview', {
    ...{ params: { path: { region } }, body, headers },
  });
}

export type Tried = NonNullable<Awaited<ReturnType<typeof tryIndicator>>['data']>;
