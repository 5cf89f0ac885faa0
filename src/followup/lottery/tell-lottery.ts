/**
 * What the lottery of a proposal tells of an outcome, in words. People are compared by the place that the proposal gave them, whatever became
 * of it since: what came after is an outcome itself. So the outcome is the indicator's numerator among everybody drawn, without its denominator.
 */
import { isSmall, LEAST_SHOWN } from '../../domain/small-numbers.ts';
import type { Text } from '../../domain/text.ts';
import type { Case } from '../case.ts';
import type { Indicator } from '../indicators/indicator-format.ts';
import { judge } from '../indicators/judge.ts';
import { points } from '../report/words.ts';
import type { EthicalApproval } from './approval.ts';
import { type Arm, armOf } from './arms.ts';
import { compareArms, type Drawn } from './compare.ts';
import type { LotteryAnswer } from './lottery-format.ts';
import { assignmentProbabilities } from './probabilities.ts';

/** An indicator that counts people, as outcomes of a lottery must. */
export type SharedOutcome = Indicator & { readonly counts: Extract<Indicator['counts'], { kind: 'share' }> };

export interface LotteryAsked {
  readonly region: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly arms: readonly [Arm, Arm];
  readonly outcome: SharedOutcome;
  readonly approval: EthicalApproval | undefined;
  readonly cases: readonly Case[];
  /** The team of each participant who got a place, by their ids, in each drawing: the proposal's own first; none where nothing was drawn. */
  readonly drawings: readonly ReadonlyMap<string, string>[];
}

export function isShare(indicator: Indicator): indicator is SharedOutcome {
  return indicator.counts.kind === 'share';
}

export function tellLottery(asked: LotteryAsked): LotteryAnswer {
  const { region, asOf, arms, outcome, approval, cases, drawings } = asked;
  const proposed = drawings[0] ?? new Map<string, string>();
  const armIn = (drawing: ReadonlyMap<string, string>, id: string) => armOf(drawing.get(id), arms);
  const chances = assignmentProbabilities(
    drawings.map(
      (drawing) =>
        new Map(
          cases.flatMap(({ participant: { id } }) => {
            const arm = armIn(drawing, id);
            return arm === null ? [] : [[id, arm] as const];
          }),
        ),
    ),
  );
  const people = cases.map((known): Drawn => {
    const { id } = known.participant;
    const reached = judge(outcome.counts.numerator, known);
    return {
      arm: armIn(proposed, id),
      probabilities: chances.get(id) ?? new Map(),
      reached: reached === 'unknown' ? null : reached === 'yes',
    };
  });
  const named = [nameOf(arms[0]), nameOf(arms[1])] as const;
  const answer = compareArms({ arms: named, people, approval, on: asOf });
  const { id, version, name } = outcome;
  const told = {
    format: 'resursutbyte/lottery@1',
    ...{ region, asOf, outcome: { id, version, name }, arms: [...named], draws: drawings.length },
    ...{ shares: null, difference: null, interval: null, effectiveSizes: null },
  } as const satisfies Partial<LotteryAnswer>;
  if (answer.status !== 'estimated')
    return { ...told, arms: [...named], status: answer.status, sentences: [answer.sentence] };
  const { shares, difference, interval, effectiveSizes, withoutLottery, unknown, tellsOfFew } = answer;
  return {
    ...told,
    arms: [...named],
    status: 'estimated',
    shares: tellsOfFew ? null : [hundredths(shares[0]), hundredths(shares[1])],
    difference: hundredths(difference),
    interval: [hundredths(interval[0]), hundredths(interval[1])],
    effectiveSizes: [hundredths(effectiveSizes[0]), hundredths(effectiveSizes[1])],
    sentences: [
      tellsOfFew ? sharesHidden : sharesSentence(named, name, shares),
      answer.sentence,
      ...leftOut(withoutLottery, unknown),
      byProposal,
    ],
  };
}

/** More digits could tell of single people. */
function hundredths(value: number): number {
  return Math.round(100 * value) / 100;
}

function nameOf({ key, name }: Arm): { readonly key: string; readonly name: Text } {
  return { key, name };
}

function sharesSentence(
  [a, b]: readonly [{ readonly name: Text }, { readonly name: Text }],
  outcome: Text,
  [first, second]: readonly [number, number],
): Text {
  const [x, y] = [points(first), points(second)];
  return {
    sv: `${outcome.sv}: ${x} % bland dem som lottades till ${a.name.sv}, ${y} % bland dem som lottades till ${b.name.sv}, vägda efter hur troligt det var att lotten föll så.`,
    en: `${outcome.en}: ${x} % among those whom the lottery gave ${a.name.en}, ${y} % among those whom it gave ${b.name.en}, weighed by how likely it was to fall so.`,
  };
}

function leftOut(withoutLottery: number, unknown: number): readonly Text[] {
  const told = (count: number): string => (isSmall(count) ? `1–${LEAST_SHOWN - 1}` : String(count));
  const sentences: Text[] = [];
  if (withoutLottery > 0)
    sentences.push({
      sv: `Utanför jämförelsen: ${told(withoutLottery)} som lotten inte kunde ha gett båda.`,
      en: `Not in the comparison: ${told(withoutLottery)} whom the lottery could not have given both.`,
    });
  if (unknown > 0)
    sentences.push({
      sv: `Av dem som lotten kunde ha gett båda är utfallet okänt för ${told(unknown)}. Skiljer de sig från de andra gör svaret det också.`,
      en: `Of those whom the lottery could have given both the outcome of ${told(unknown)} is unknown. If they differ from the others, so does the answer.`,
    });
  return sentences;
}

const sharesHidden: Text = {
  sv: 'Andelarna visas inte: i någon grupp nådde färre än fem utfallet, eller nådde det inte.',
  en: 'The shares are not shown: in one group fewer than five reached the outcome, or did not.',
};

const byProposal: Text = {
  sv: 'Alla räknas där förslaget placerade dem, vad som än hände sedan.',
  en: 'Everybody counts where the proposal placed them, whatever happened since.',
};
