/** The points of all strands as one sweep, with the knee and the price of fairness. */
import type { Digest } from '../../matching/digest.ts';
import { kneeOf } from './knee.ts';
import { type Parameter, parameterName } from './parameter.ts';
import { SWEEP_FORMAT, type Sweep, type SweepPoint, sweepSchema } from './sweep-format.ts';

interface Interval {
  readonly least: number;
  readonly most: number;
}

export interface SweepHead {
  readonly region: string;
  readonly digest: Digest;
  readonly seed: number;
  readonly gap: number;
  readonly parameters: readonly Parameter[];
}

/** Whether how equal the terms must be is what varies, and nothing else: only then is there a price of fairness to tell. */
export function variesEquityOnly(parameters: readonly Parameter[]): boolean {
  return parameters.every(({ key }) => key === 'equity' || key.startsWith('policy.equity.'));
}

/** `withoutEquity` is the answer to today's region without any demand on equity; null where equity is not what varies, or there is none. */
export function sweepOf(
  head: SweepHead,
  points: readonly SweepPoint[],
  withoutEquity: { readonly objective: number; readonly bound: number } | null,
): Sweep {
  const { region, digest, seed, gap, parameters } = head;
  // Parsed, so that points out of a file and points just made are told in the same order of keys.
  return sweepSchema.parse({
    format: SWEEP_FORMAT,
    region,
    digest: { ...digest },
    seed,
    gap,
    parameters: parameters.map(({ key, values }) => ({ key, name: parameterName(key), values: [...values] })),
    points: [...points],
    priceOfFairness: withoutEquity && points.map((point) => priceOfFairness(point, withoutEquity)),
    knee: parameters.length === 1 ? kneeOfPoints(points) : null,
  });
}

/**
 * (without - with) / without, the price of fairness (Bertsimas, Farias and Trichakis 2011), between what the objectives and bounds of both
 * allow.
 */
function priceOfFairness(
  { figures }: SweepPoint,
  without: { readonly objective: number; readonly bound: number },
): Interval | null {
  if (figures === null || without.objective <= 0) return null;
  const share = (all: number, fair: number): number =>
    Math.max(0, Math.round(((all - fair) / all) * 1e6) / 1e6);
  return { least: share(without.objective, figures.bound), most: share(without.bound, figures.objective) };
}

function kneeOfPoints(points: readonly SweepPoint[]): number | null {
  const known = points.flatMap(({ values, figures }) =>
    figures ? [{ x: values[0], y: figures.objective }] : [],
  );
  return kneeOf(
    known.map(({ x }) => x),
    known.map(({ y }) => y),
  );
}
