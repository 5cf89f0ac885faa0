/** A report in lines that anybody can read. */
import type { Text } from '../domain/text.ts';
import type {
  CommitmentPeriod,
  FigureRow,
  Report,
  ReportedIndicator,
} from '../followup/report/report-format.ts';
import { whole } from './numbers.ts';
import type { Language } from './terminal.ts';

/** What it rests on, every indicator with its sentences and groups, what partners gave, and what could be learnt. */
export function describeReport(report: Report, lang: Language): string {
  const { region, asOf, participants, corrected, assumptions, indicators, commitments, learning } = report;
  const head: Text = {
    sv: `${region}: ${whole(participants, 'sv')} deltagare, som det var känt ${asOf}. Uppgifter som rättats av senare rapporter: ${corrected}. Intervall gäller 95 %.`,
    en: `${region}: ${whole(participants, 'en')} participants, as known on ${asOf}. Records corrected by later reports: ${corrected}. Intervals are of 95 %.`,
  };
  return [
    head[lang],
    ...section({ sv: 'Antaganden', en: 'Assumptions' }, assumptions, lang),
    ...indicators.flatMap((indicator) => ['', ...indicatorLines(indicator, lang)]),
    ...commitments.flatMap((period) => ['', ...commitmentLines(period, lang)]),
    ...section({ sv: 'Att lära av utfallen', en: 'Learning from outcomes' }, learning.sentences, lang),
  ].join('\n');
}

function section(title: Text, texts: readonly Text[], lang: Language): readonly string[] {
  return texts.length === 0 ? [] : ['', `${title[lang]}:`, ...texts.map((text) => `  - ${text[lang]}`)];
}

function indicatorLines(
  { sentences, groups, trend, kind }: ReportedIndicator,
  lang: Language,
): readonly string[] {
  const [first, ...rest] = sentences;
  const rows = [...groups.flatMap((group) => group.rows), ...trend];
  return [
    first[lang],
    ...rest.map((sentence) => `  ${sentence[lang]}`),
    ...rows.flatMap((row) => rowLine(row, kind, lang)),
  ];
}

function rowLine(row: FigureRow, kind: ReportedIndicator['kind'], lang: Language): readonly string[] {
  const { name, status, value, numerator, denominator, interval } = row;
  if (status === 'empty') return [];
  const label = `    ${name[lang]}: `;
  if (status === 'hidden' || value === null) return [`${label}${notShown[lang]}`];
  const of = (number: number): string =>
    kind === 'median' ? decimal(number, lang) : `${Math.round(100 * number)}`;
  const unit = kind === 'median' ? '' : ' %';
  const range = interval === null ? '' : ` (${of(interval[0])}–${of(interval[1])}${unit})`;
  const count = kind === 'median' ? '' : `, ${numerator} ${lang === 'sv' ? 'av' : 'of'} ${denominator}`;
  return [`${label}${of(value)}${unit}${range}${count}`];
}

function commitmentLines(
  { promises, sentences: [first, ...results] }: CommitmentPeriod,
  lang: Language,
): readonly string[] {
  return [
    first[lang],
    ...promises.map(({ name, kind, promised, delivered }) => {
      const given = delivered === null ? unknown[lang] : String(delivered);
      return lang === 'sv'
        ? `    ${name.sv}, ${kinds[kind].sv}: ${given} av ${promised} utlovade`
        : `    ${name.en}, ${kinds[kind].en}: ${given} of ${promised} promised`;
    }),
    ...results.map((sentence) => `  ${sentence[lang]}`),
  ];
}

function decimal(value: number, lang: Language): string {
  const text = String(Math.round(10 * value) / 10);
  return lang === 'sv' ? text.replace('.', ',') : text;
}

const kinds = {
  seats: { sv: 'platser i arbetslag', en: 'seats in teams' },
  sfi_places: { sv: 'sfi-platser', en: 'SFI places' },
} as const satisfies Record<string, Text>;
const unknown: Text = { sv: 'okänt antal', en: 'an unknown number' };
const notShown: Text = {
  sv: 'visas inte (färre än fem bakom någon siffra)',
  en: 'not shown (fewer than five behind some figure)',
};
