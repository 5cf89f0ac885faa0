/** Asking for the report of follow-up, and what is answered, as the page's parts hand it on. */
import { client } from '../../api/client.tsx';
import type { Choice } from './choice.tsx';

export function askReport(region: string, choice: Choice, signal: AbortSignal) {
  return client.GET('/v1/regions/{region}/followup/report', {
    params: { path: { region }, query: choice },
    signal,
  });
}

type Answer = NonNullable<Awaited<ReturnType<typeof askReport>>['data']>;
export type Report = Extract<Answer, { readonly format: unknown }>;
export type Indicator = Report['indicators'][number];
export type Figure = Pick<
  Indicator,
  'status' | 'value' | 'numerator' | 'denominator' | 'unknown' | 'interval'
>;

/** `asOf` is a day (YYYY-MM-DD); null for today. */
export function askLearning(region: string, asOf: string | null, signal: AbortSignal) {
  return client.GET('/v1/regions/{region}/followup/learning', {
    params: { path: { region }, query: asOf === null ? {} : { asOf } },
    signal,
  });
}

export type Learning = NonNullable<Awaited<ReturnType<typeof askLearning>>['data']>;
export type Learnt = Extract<Learning['outcomes'][number], { readonly status: 'learnt' }>;
