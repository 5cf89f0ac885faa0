/**
 * A model of the chance that somebody completes, or supports themselves, learnt from past outcomes; or why there is none. It declines below a
 * stated amount of data, is judged on people whom it has not seen, and is off until somebody who has seen its effect on women and men has
 * decided otherwise.
 */
import { type ChanceModel, featureNames } from '../../domain/learnt-chance.ts';
import type { Case } from '../case.ts';
import { effectOnWomenAndMen, type GenderEffect } from './effect.ts';
import { type Example, examplesOf, type LearntOutcome } from './examples.ts';
import { peopleNeeded } from './needed.ts';
import { fitRidge } from './ridge-logistic.ts';
import { type Validation, validate } from './validation.ts';

export type Learning =
  | {
      readonly status: 'declined';
      /** People whose outcome is known, and how many it takes. */
      readonly have: number;
      readonly needed: number;
    }
  | {
      readonly status: 'learnt';
      readonly have: number;
      readonly needed: number;
      readonly model: ChanceModel;
      readonly validation: Validation;
      readonly effect: readonly GenderEffect[];
      /** Whether somebody may let it count as a term of the points: it foretells better than saying the same of everybody, and its effect is seen. */
      readonly mayCount: boolean;
    };

/** A standard deviation of a feature is taken to change the odds by a factor between 1/2.7 and 2.7, with 95 %: a prior deviation of 0.5. */
const PENALTY = 4;
/** Ten folds need each outcome in all but one of them. */
const LEAST_OF_EACH = 20;

/** Learns from the cases, if there are enough. */
export function learn(outcome: LearntOutcome, cases: readonly Case[]): Learning {
  const examples = examplesOf(outcome, cases);
  const { have, needed } = enough(examples);
  if (have < needed) return { status: 'declined', have, needed };
  const happened = examples.map((example) => example.happened);
  const model = fitRidge(
    examples.map(({ features }) => features),
    happened,
    PENALTY,
  );
  const validation = validate(examples, PENALTY);
  const effect = effectOnWomenAndMen(examples, validation.chances);
  const mayCount = validation.brier < validation.brierWithoutModel && effect.length > 0;
  return { status: 'learnt', have, needed, model, validation, effect, mayCount };
}

/** How many examples there are and how many it takes, without learning from them. */
export function enough(examples: readonly Example[]): { readonly have: number; readonly needed: number } {
  const have = examples.length;
  const reached = examples.filter(({ happened }) => happened).length;
  const needed = peopleNeeded(featureNames.length, have === 0 ? 0.5 : reached / have);
  const fewer = Math.min(reached, have - reached);
  return { have, needed: fewer < LEAST_OF_EACH ? Math.max(needed, have + LEAST_OF_EACH - fewer) : needed };
}
