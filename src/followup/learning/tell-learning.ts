/** What can be learnt from the outcomes that were known on a day, told so that somebody can decide on it. */
import { createHash } from 'node:crypto';
import { featureNames } from '../../domain/learnt-chance.ts';
import { isSmall } from '../../domain/small-numbers.ts';
import type { Text } from '../../domain/text.ts';
import type { Case } from '../case.ts';
import { points } from '../report/words.ts';
import type { LearningSwitch } from '../settings-format.ts';
import type { GenderEffect } from './effect.ts';
import type { LearntOutcome } from './examples.ts';
import { type Learning, learn } from './learn.ts';
import type { LearningAnswer, LearntAnswer } from './learning-format.ts';
import type { Validation } from './validation.ts';

const outcomes: readonly LearntOutcome[] = ['completed', 'self-support'];

/** `asOf` is a day, YYYY-MM-DD; `decision` is the latest by then. Cost: ten times a fit, linear in the cases. */
export function tellLearning(
  asOf: string,
  cases: readonly Case[],
  decision: LearningSwitch | null,
): LearningAnswer {
  return {
    format: 'resursutbyte/learning@1',
    asOf,
    outcomes: outcomes.map((outcome) => told(outcome, learn(outcome, cases))),
    decision,
  };
}

function told(outcome: LearntOutcome, learning: Learning): LearntAnswer {
  const { have, needed } = learning;
  if (learning.status === 'declined')
    return { status: 'declined', outcome, have, needed, sentences: [tooFew(outcome, have, needed)] };
  const { model, validation, effect, mayCount } = learning;
  const { brier, brierWithoutModel, calibration } = validation;
  return {
    status: 'learnt',
    outcome,
    have,
    needed,
    sentences: [
      mayCount || effect.length === 0 ? learntFrom(outcome, have) : noBetter(outcome, have),
      ...effectSentences(effect),
    ],
    features: featureNames.map((name, j) => ({
      name: featureWords[name],
      oddsRatio: Math.exp(model.coefficients[j]),
    })),
    brier,
    brierWithoutModel,
    calibration: shownCalibration(calibration),
    effect: [...effect],
    effectId: mayCount ? idOf({ model, effect }) : null,
    model,
  };
}

/** All of what happened or nothing: from the others and the whole, one that is hidden could be told. */
function shownCalibration(
  bins: Validation['calibration'],
): Extract<LearntAnswer, { status: 'learnt' }>['calibration'] {
  const tellsOfFew = bins.some(({ happened, size }) => {
    const reached = Math.round(happened * size);
    return isSmall(reached) || isSmall(size - reached);
  });
  return bins.map(({ foretold, happened, interval: [low, high], size }) => ({
    foretold,
    happened: tellsOfFew ? null : happened,
    interval: tellsOfFew ? null : [low, high],
    size,
  }));
}

function idOf(seen: object): string {
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 16);
}

const who: Readonly<Record<LearntOutcome, Text>> = {
  completed: { sv: 'vem som fullföljer', en: 'who completes' },
  'self-support': { sv: 'vem som försörjer sig', en: 'who becomes self-supporting' },
};

const featureWords: Readonly<Record<(typeof featureNames)[number], Text>> = {
  sfi_path_1: { sv: 'studieväg 1', en: 'study path 1' },
  sfi_path_2: { sv: 'studieväg 2', en: 'study path 2' },
  sfi_course: { sv: 'högre sfi-kurs', en: 'a higher SFI course' },
  years_from_permit_to_enrolment: {
    sv: 'längre tid från uppehållstillstånd till inskrivning',
    en: 'a longer time from permit to enrolment',
  },
  competences: { sv: 'fler kompetenser', en: 'more competences' },
};

/** In place of a model: how many people are missing. */
export function tooFew(outcome: LearntOutcome, have: number, needed: number): Text {
  return {
    sv: `Om ${have} personer vet man hur det gick. Det räcker inte för att lära en modell ${who[outcome].sv}: det behövs ${needed}, alltså ${needed - have} till.`,
    en: `Of ${have} people the outcome is known. That is not enough to learn a model of ${who[outcome].en}: it takes ${needed}, that is ${needed - have} more.`,
  };
}

function learntFrom(outcome: LearntOutcome, have: number): Text {
  return {
    sv: `Av ${have} personer har en modell lärt ${who[outcome].sv}. Hur nära den kommer är prövat på personer som den inte har sett.`,
    en: `From ${have} people a model has learnt ${who[outcome].en}. How close it comes was tried on people whom it had not seen.`,
  };
}

function noBetter(outcome: LearntOutcome, have: number): Text {
  return {
    sv: `En modell av ${who[outcome].sv}, lärd av ${have} personer, träffar inte bättre än att säga detsamma om alla. Den får inte räknas in i poängen.`,
    en: `A model of ${who[outcome].en}, learnt from ${have} people, comes no closer than saying the same of everybody. It may not count in the points.`,
  };
}

function effectSentences(effect: readonly GenderEffect[]): readonly Text[] {
  const [women, men] = effect;
  if (women === undefined || men === undefined)
    return [
      {
        sv: 'Kvinnor eller män är för få för att se vad modellen betyder för dem. Då får den inte räknas in i poängen.',
        en: 'Women or men are too few to see what the model means for them. Then it may not count in the points.',
      },
    ];
  const [ofWomen, ofMen] = [points(women.inBetterHalf), points(men.inBetterHalf)];
  return [
    {
      sv: `Den sätter ${ofWomen} % av kvinnorna och ${ofMen} % av männen i den hälft som den tror mest på. Så mycket mer eller mindre skulle de komma före i kön till platserna.`,
      en: `It puts ${ofWomen} % of women and ${ofMen} % of men in the half that it believes in most. By so much more or less they would come first in the queue for places.`,
    },
  ];
}
