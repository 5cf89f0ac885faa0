/** What was learnt of outcomes, in lines that anybody can read. */
import type { Text } from '../domain/text.ts';
import type { LearningAnswer, LearntAnswer } from '../followup/learning/learning-format.ts';
import { percent } from './numbers.ts';
import type { Language } from './terminal.ts';

export function describeLearning({ outcomes, decision, asOf }: LearningAnswer, lang: Language): string {
  return [...outcomes.flatMap((outcome) => lines(outcome, lang)), decisionLine(decision, asOf)[lang]].join(
    '\n',
  );
}

function lines(told: LearntAnswer, lang: Language): readonly string[] {
  const sentences = told.sentences.map((sentence) => sentence[lang]);
  if (told.status === 'declined') return [...sentences, ''];
  const decimal = (value: number): string => {
    const text = value.toFixed(3);
    return lang === 'sv' ? text.replace('.', ',') : text;
  };
  return [
    ...sentences,
    `  ${miss[lang]}: ${decimal(told.brier)} (${without[lang]}: ${decimal(told.brierWithoutModel)})`,
    ...told.features.map(({ name, oddsRatio }) => `  ${name[lang]}: ${odds[lang]} × ${decimal(oddsRatio)}`),
    ...told.calibration.map(({ foretold, happened, interval, size }) => {
      const what =
        happened === null || interval === null ? hidden[lang] : percentOf(happened, interval, lang);
      return `  ${foreseen[lang]} ${percent(foretold, lang)}: ${what} (${size} ${people[lang]})`;
    }),
    '',
  ];
}

function percentOf(happened: number, [low, high]: readonly [number, number], lang: Language): string {
  return `${percent(happened, lang)}, ${percent(low, lang)}–${percent(high, lang)}`;
}

function decisionLine(decision: LearningAnswer['decision'], asOf: string): Text {
  if (decision === null || !decision.on)
    return {
      sv: `Den ${asOf} räknas ingen inlärd chans in i poängen.`,
      en: `On ${asOf} no learnt chance counts in the points.`,
    };
  return {
    sv: `${decision.decided_by} bestämde ${decision.decided_on} att chansen att fullfölja får räknas in i poängen.`,
    en: `${decision.decided_by} decided on ${decision.decided_on} that the chance of completing may count in the points.`,
  };
}

const miss: Text = {
  sv: 'medelkvadratfel för personer den inte sett',
  en: 'mean squared miss for people not seen',
};
const without: Text = { sv: 'utan modell', en: 'without a model' };
const odds: Text = { sv: 'oddsen', en: 'the odds' };
const foreseen: Text = { sv: 'förutsagt', en: 'foretold' };
const hidden: Text = { sv: 'visas inte, färre än fem', en: 'not shown, fewer than five' };
const people: Text = { sv: 'personer', en: 'people' };
