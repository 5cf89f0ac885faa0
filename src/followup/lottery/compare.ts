/**
 * What difference a place made, by the lottery that chose among equal pairings: people whom chance put in one arm, against people whom it put
 * in another. It is research on people, so there is no answer until an ethical approval is on record.
 *
 * Method, for two arms:
 *  1. Keep those who could have got either (both probabilities above 0) and whose outcome is known.
 *  2. Weigh each by 1 / the probability of the arm that they got; the share of an arm is its weighted mean (J. Hajek, 1971).
 *  3. The effective size of an arm is (sum of weights)^2 / sum of squared weights (L. Kish, Survey Sampling, 1965), less a little where
 *     people are few (shrinkForFew).
 *  4. The interval of the difference is Newcombe's, from Wilson's of each share at its effective size; for few people and shares near 0 or 1
 *     it keeps its 95 % where the normal one does not.
 */
import { isSmall, LEAST_SHOWN } from '../../domain/small-numbers.ts';
import type { Text } from '../../domain/text.ts';
import { between, points } from '../report/words.ts';
import { type Interval, newcombe, shrinkForFew } from '../uncertainty/interval.ts';
import { type EthicalApproval, isApproved } from './approval.ts';

export interface Drawn {
  /** Null where they got neither. */
  readonly arm: string | null;
  /** Of each arm, from assignmentProbabilities; an arm that is missing has 0. */
  readonly probabilities: ReadonlyMap<string, number>;
  /** Whether they reached the outcome; null where it is not known. */
  readonly reached: boolean | null;
}

interface NamedArm {
  readonly key: string;
  readonly name: Text;
}

interface LotteryDraws {
  /** The two arms; the answer is the first less the second. */
  readonly arms: readonly [NamedArm, NamedArm];
  readonly people: readonly Drawn[];
}

export interface LotteryQuestion extends LotteryDraws {
  readonly approval: EthicalApproval | undefined;
  /** The day of the analysis, YYYY-MM-DD. */
  readonly on: string;
}

export type LotteryAnswer =
  | { readonly status: 'not_approved'; readonly sentence: Text }
  | {
      readonly status: 'not_enough';
      /** The effective size of each arm, and what each needs. */
      readonly effectiveSizes: readonly [number, number];
      readonly needed: number;
      readonly sentence: Text;
    }
  | {
      readonly status: 'estimated';
      readonly shares: readonly [number, number];
      readonly difference: number;
      readonly interval: Interval;
      readonly effectiveSizes: readonly [number, number];
      /** Left out: chance had no say in their place, or their outcome is not known. */
      readonly withoutLottery: number;
      readonly unknown: number;
      /** Whether 1 to 4 of an arm reached the outcome, or did not: its share could tell who. */
      readonly tellsOfFew: boolean;
      readonly sentence: Text;
    };

/** Compares the two arms, or says why it does not. */
export function compareArms({ arms, people, approval, on }: LotteryQuestion): LotteryAnswer {
  if (!isApproved(approval, on)) return { status: 'not_approved', sentence: notApproved };
  const [a, b] = arms;
  const could = people.filter(
    ({ probabilities }) => (probabilities.get(a.key) ?? 0) > 0 && (probabilities.get(b.key) ?? 0) > 0,
  );
  const known = could.filter(({ reached }) => reached !== null);
  const [first, second] = [weighted(known, a.key), weighted(known, b.key)];
  const effectiveSizes = [first.effective, second.effective] as const;
  if (Math.min(...effectiveSizes) < LEAST_SHOWN)
    return {
      status: 'not_enough',
      effectiveSizes,
      needed: LEAST_SHOWN,
      sentence: could.length === 0 ? noLottery : notEnough(effectiveSizes),
    };
  const shrink = shrinkForFew(first.people + second.people);
  const [sizeA, sizeB] = [first.effective * shrink, second.effective * shrink];
  const interval = newcombe([first.share * sizeA, sizeA], [second.share * sizeB, sizeB]);
  const difference = first.share - second.share;
  return {
    status: 'estimated',
    shares: [first.share, second.share],
    difference,
    interval,
    effectiveSizes,
    withoutLottery: people.length - could.length,
    unknown: could.length - known.length,
    tellsOfFew: [first, second].some(
      ({ people: all, reached }) => isSmall(reached) || isSmall(all - reached),
    ),
    sentence: estimated(arms, difference, interval),
  };
}

interface Weighted {
  readonly people: number;
  readonly reached: number;
  readonly share: number;
  readonly effective: number;
}

function weighted(people: readonly Drawn[], arm: string): Weighted {
  let count = 0;
  let sum = 0;
  let squares = 0;
  let reached = 0;
  let weightOfReached = 0;
  for (const person of people) {
    if (person.arm !== arm) continue;
    const weight = 1 / (person.probabilities.get(arm) ?? 1);
    count++;
    sum += weight;
    squares += weight ** 2;
    if (person.reached !== true) continue;
    reached++;
    weightOfReached += weight;
  }
  if (count === 0) return { people: 0, reached: 0, share: 0, effective: 0 };
  return { people: count, reached, share: weightOfReached / sum, effective: sum ** 2 / squares };
}

export const notApproved: Text = {
  sv: 'Att jämföra utfall genom lottningen är forskning på människor. Det görs först när ett godkännande från etikprövningen är antecknat.',
  en: 'To compare outcomes through the lottery is research on people. It is done only once an ethical approval is on record.',
};

const noLottery: Text = {
  sv: 'Lotten avgjorde inget här: ingen kunde ha hamnat på båda sidor. Förslaget blev bättre så än på något annat sätt.',
  en: 'The lottery decided nothing here: nobody could have come to both sides. The proposal was better so than in any other way.',
};

function notEnough([first, second]: readonly [number, number]): Text {
  const [a, b] = [first.toFixed(1), second.toFixed(1)];
  return {
    sv: `För få för att säga något: lottningen ger så mycket kunskap som ${a.replace('.', ',')} och ${b.replace('.', ',')} personer skulle, och varje sida behöver minst ${LEAST_SHOWN}.`,
    en: `Too few to say anything: the lottery tells as much as ${a} and ${b} people would, and each side needs at least ${LEAST_SHOWN}.`,
  };
}

function estimated([a, b]: LotteryDraws['arms'], difference: number, interval: Interval): Text {
  const [low, high] = interval;
  const sure = low > 0 || high < 0;
  const range = between(interval, 'share');
  return {
    sv: `${a.name.sv} jämfört med ${b.name.sv}: ${points(difference)} procentenheter, ${range.sv}; ${sure ? 'skillnaden är större än slumpen brukar ge' : 'det går inte att säga att det är någon skillnad'}.`,
    en: `${a.name.en} compared with ${b.name.en}: ${points(difference)} percentage points, ${range.en}; ${sure ? 'the difference is more than chance tends to give' : 'it cannot be said that there is a difference'}.`,
  };
}
