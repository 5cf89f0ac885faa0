/**
 * How far a model's chances can be trusted, judged on people whom it has not seen: everybody's chance comes from a model that was learnt from
 * the other nine tenths.
 */
import { learntChance } from '../../domain/learnt-chance.ts';
import { type Interval, wilson } from '../uncertainty/interval.ts';
import type { Example } from './examples.ts';
import { fitRidge } from './ridge-logistic.ts';

interface CalibrationBin {
  /** The mean chance foretold to these people, and the share of them whom it came true for. */
  readonly foretold: number;
  readonly happened: number;
  readonly size: number;
  readonly interval: Interval;
}

export interface Validation {
  /** Mean squared miss (G. W. Brier, 1950): 0 is perfect. */
  readonly brier: number;
  /** The same for telling everybody the overall share. */
  readonly brierWithoutModel: number;
  /** Fifths of the people by the chance foretold, the lowest first. */
  readonly calibration: readonly CalibrationBin[];
  /** The chance foretold to each, in the order of the examples. */
  readonly chances: readonly number[];
}

const FOLDS = 10;
const BINS = 5;

/** Ten folds, dealt out in turn by outcome so that each has its share; the order of the examples decides, nothing is drawn. */
export function validate(examples: readonly Example[], penalty: number): Validation {
  const fold = foldsOf(examples);
  const chances = examples.map(() => 0);
  const shares = examples.map(() => 0);
  for (let held = 0; held < FOLDS; held++) {
    const seen = examples.filter((_, i) => fold[i] !== held);
    const happened = seen.map((example) => example.happened);
    const model = fitRidge(
      seen.map(({ features }) => features),
      happened,
      penalty,
    );
    const share = happened.filter(Boolean).length / seen.length;
    examples.forEach(({ features }, i) => {
      if (fold[i] !== held) return;
      chances[i] = learntChance(model, features);
      shares[i] = share;
    });
  }
  return {
    brier: brierOf(examples, chances),
    brierWithoutModel: brierOf(examples, shares),
    calibration: calibrationOf(examples, chances),
    chances,
  };
}

function foldsOf(examples: readonly Example[]): readonly number[] {
  let happened = 0;
  let not = 0;
  return examples.map((example) => (example.happened ? happened++ : not++) % FOLDS);
}

function brierOf(examples: readonly Example[], chances: readonly number[]): number {
  const misses = examples.map(({ happened }, i) => (chances[i] - (happened ? 1 : 0)) ** 2);
  return misses.reduce((sum, miss) => sum + miss, 0) / misses.length;
}

function calibrationOf(examples: readonly Example[], chances: readonly number[]): readonly CalibrationBin[] {
  const order = examples.map((_, i) => i).sort((a, b) => chances[a] - chances[b] || a - b);
  return Array.from({ length: BINS }, (_, bin) => {
    const people = order.slice((bin * order.length) / BINS, ((bin + 1) * order.length) / BINS);
    const happened = people.filter((i) => examples[i].happened).length;
    return {
      foretold: people.reduce((sum, i) => sum + chances[i], 0) / people.length,
      happened: happened / people.length,
      size: people.length,
      interval: wilson(happened, people.length),
    };
  });
}
