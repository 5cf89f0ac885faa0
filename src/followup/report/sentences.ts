/** What can and cannot be concluded from a figure, in plain sentences. */
import type { Text } from '../../domain/text.ts';
import type { Comparison } from '../comparison.ts';
import { type Difference, differenceOf, rangeWithUnknown, type Sureness, surenessOf } from './difference.ts';
import type { Figure, FigureRow, ReportedIndicator } from './report-format.ts';
import { amount, between, points } from './words.ts';

type Told = Omit<ReportedIndicator, 'sentences'>;

/** The sentences of one indicator, the figure first. */
export function sentencesOf(told: Told): readonly Text[] {
  if (told.status === 'hidden')
    return [told.kind === 'commitments' ? promiseHidden(told.name) : hidden(told.name)];
  if (told.status === 'empty') return [empty(told.name)];
  return [
    figureSentence(told),
    ...unknownSentence(told),
    ...targetSentence(told),
    ...genderSentence(told),
    ...trendSentence(told.trend, told.kind),
    ...told.comparisons.map((comparison) => comparisonSentence(told, comparison)),
  ];
}

/** "40 av 93 (43 %): mellan 33 och 53 %", without the name. */
export function countSentence({ numerator, denominator, value, interval }: Figure): Text | null {
  if (numerator === null || denominator === null || value === null) return null;
  const count = {
    sv: `${numerator} av ${denominator} (${points(value)} %)`,
    en: `${numerator} of ${denominator} (${points(value)} %)`,
  };
  if (interval === null) return count;
  const range = between(interval, 'share');
  return { sv: `${count.sv}: ${range.sv} %`, en: `${count.en}: ${range.en} %` };
}

function figureSentence(told: Told): Text {
  const { name, kind, value, interval } = told;
  if (kind !== 'median') {
    const count = countSentence(told);
    return count === null ? empty(name) : { sv: `${name.sv}: ${count.sv}.`, en: `${name.en}: ${count.en}.` };
  }
  if (value === null) return empty(name);
  const middle = amount(value);
  const range = interval && between(interval, 'amount');
  return {
    sv: `${name.sv}: hälften hade högst ${middle.sv}${range ? ` (medianen ligger ${range.sv})` : ''}.`,
    en: `${name.en}: half had at most ${middle.en}${range ? ` (the median is ${range.en})` : ''}.`,
  };
}

/** How far the figure would go if all that is unknown turned out one way. */
function unknownSentence({ kind, unknown, numerator, denominator }: Told): readonly Text[] {
  if (kind !== 'share' || numerator === null || denominator === null) return [];
  if (unknown === 0 || unknown === null) return [];
  if (typeof unknown === 'string')
    return [
      {
        sv: 'Om några få vet man inte; de räknas inte som uppnådda.',
        en: 'Of a few it is not known; they do not count as reached.',
      },
    ];
  const most = points((numerator + unknown) / denominator);
  return [
    {
      sv: `Om ${unknown} av de ${denominator} vet man inte; de räknas inte som uppnådda. Om alla de hade nått dit vore andelen ${most} %.`,
      en: `Of ${unknown} of the ${denominator} it is not known; they do not count as reached. If all of them had, the share would be ${most} %.`,
    },
  ];
}

function targetSentence({ target, targetMet, kind }: Told): readonly Text[] {
  if (target === null || targetMet === null) return [];
  const bound = target.at_least ?? target.at_most ?? 0;
  const shown = kind === 'median' ? amount(bound) : { sv: `${points(bound)} %`, en: `${points(bound)} %` };
  const aim =
    target.at_least === undefined
      ? { sv: `Målet är högst ${shown.sv}`, en: `The target is at most ${shown.en}` }
      : { sv: `Målet är minst ${shown.sv}`, en: `The target is at least ${shown.en}` };
  const verdict = {
    met: { sv: 'det är nått', en: 'it is met' },
    missed: { sv: 'det är inte nått', en: 'it is not met' },
    open: { sv: 'det går inte att säga om det är nått', en: 'whether it is met cannot be said' },
  }[targetMet];
  return [{ sv: `${aim.sv}: ${verdict.sv}.`, en: `${aim.en}: ${verdict.en}.` }];
}

function genderSentence({ womenLessMen, groups }: Told): readonly Text[] {
  if (womenLessMen === null) return [];
  const rows = groups.find(({ by }) => by === 'gender')?.rows ?? [];
  const { women, men } = womenLessMen;
  const [a, b] = [women, men].map((name) => rows.find((row) => row.name === name));
  if (a === undefined || b === undefined) return [];
  const { change, verdict } = changeSentence(womenLessMen, surenessOf(a, b), 'difference');
  return [
    {
      sv: `${capital(women.sv)} jämfört med ${men.sv}: ${change.sv}; ${verdict.sv}.`,
      en: `${capital(women.en)} compared with ${men.en}: ${change.en}; ${verdict.en}.`,
    },
  ];
}

/** The last two periods that are shown. */
function trendSentence(trend: readonly FigureRow[], kind: Told['kind']): readonly Text[] {
  const [before, after] = trend.filter(({ status }) => status === 'shown').slice(-2);
  const found = kind === 'share' && after !== undefined ? differenceOf(after, before) : null;
  if (found === null) return [];
  const { change, verdict } = changeSentence(found, surenessOf(after, before), 'change');
  return [
    {
      sv: `Från ${before.name.sv} till ${after.name.sv}: ${change.sv}; ${verdict.sv}.`,
      en: `From ${before.name.en} to ${after.name.en}: ${change.en}; ${verdict.en}.`,
    },
  ];
}

const verdicts: Readonly<Record<'difference' | 'change', Readonly<Record<Sureness, Text>>>> = {
  difference: {
    sure: {
      sv: 'skillnaden är större än slumpen brukar ge',
      en: 'the difference is more than chance tends to give',
    },
    unless_unknown: {
      sv: 'skillnaden kan bero på dem som man inte vet något om',
      en: 'the difference may come from those of whom nothing is known',
    },
    unsure: {
      sv: 'det går inte att säga att det är någon skillnad',
      en: 'it cannot be said that there is a difference',
    },
  },
  change: {
    sure: { sv: 'det är mer än slumpen brukar ge', en: 'that is more than chance tends to give' },
    unless_unknown: {
      sv: 'det kan bero på dem som man inte vet något om',
      en: 'that may come from those of whom nothing is known',
    },
    unsure: {
      sv: 'det går inte att säga att något har ändrats',
      en: 'it cannot be said that anything has changed',
    },
  },
};

function changeSentence(
  { difference, interval }: Difference,
  sureness: Sureness,
  kind: 'difference' | 'change',
): { readonly change: Text; readonly verdict: Text } {
  const range = between(interval, 'share');
  const by = points(difference);
  const one = by === '1' || by === '−1';
  return {
    change: {
      sv: `${by} ${one ? 'procentenhet' : 'procentenheter'}, ${range.sv}`,
      en: `${by} percentage ${one ? 'point' : 'points'}, ${range.en}`,
    },
    verdict: verdicts[kind][sureness],
  };
}

/** What a difference from elsewhere does not show. */
const reserve: Readonly<Record<Comparison['of'], Text>> = {
  others: {
    sv: 'men grupperna är olika, så det visar inte vad skillnaden beror på',
    en: 'but the groups are not alike, so it does not show what the difference comes from',
  },
  the_same: {
    sv: 'men det är uträknat, med alla platser fördelade på en gång, och inte prövat',
    en: 'but it is computed, with all places given at once, and not tried',
  },
};

function comparisonSentence(told: Told, { name, value, of }: Comparison): Text {
  const other = points(value);
  const [low, high] = told.interval ?? [0, 1];
  const [, highest] = rangeWithUnknown(told) ?? [0, 1];
  const side = value < low ? { sv: 'under', en: 'below' } : { sv: 'över', en: 'above' };
  let verdict = {
    sv: `det ligger ${side.sv} hela intervallet, ${reserve[of].sv}`,
    en: `that lies ${side.en} the whole interval, ${reserve[of].en}`,
  };
  if (value >= low && value <= high)
    verdict = {
      sv: 'det ligger inom intervallet, så det går inte att säga att det är någon skillnad',
      en: 'that lies within the interval, so it cannot be said that there is a difference',
    };
  else if (value > high && value <= highest)
    verdict = {
      sv: 'det ligger över intervallet, men de som man inte vet något om kan ändra det',
      en: 'that lies above the interval, but those of whom nothing is known may change that',
    };
  return { sv: `${other} % ${name.sv}; ${verdict.sv}.`, en: `${other} % ${name.en}; ${verdict.en}.` };
}

function hidden(name: Text): Text {
  return {
    sv: `${name.sv}: visas inte, för att färre än fem personer står bakom en siffra.`,
    en: `${name.en}: not shown, because fewer than five people stand behind a figure.`,
  };
}

function promiseHidden(name: Text): Text {
  return {
    sv: `${name.sv}: visas inte, för att en annan parts löfte skulle gå att räkna ut. Summan visas dagen efter att perioden är slut och alla har rapporterat, om minst två andra parter ingår, och ändras sedan inte.`,
    en: `${name.en}: not shown, because another partner's promise could be computed from it. The sum is shown the day after the period is over and everybody has reported, where at least two other partners are in it, and does not change after that.`,
  };
}

function empty(name: Text): Text {
  return {
    sv: `${name.sv}: det finns ännu inget att räkna.`,
    en: `${name.en}: there is nothing to count yet.`,
  };
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
