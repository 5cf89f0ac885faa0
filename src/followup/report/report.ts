/**
 * Builds report@1 from what a region's outcomes, its partners' commitments and their settings say on a day. Pure: the same files and the same
 * day give the same report, now or later, because records, versions of indicators and days all stay.
 */
import type { Region } from '../../domain/region.ts';
import { isSmall, LEAST_SHOWN } from '../../domain/small-numbers.ts';
import type { CommitmentRow, OutcomeRow } from '../../domain/tables/followup.ts';
import type { Text } from '../../domain/text.ts';
import { type Case, knownOn } from '../case.ts';
import { commitmentsOn, settledOn } from '../commitments.ts';
import type { Comparison } from '../comparison.ts';
import { type Indicator, indicatorsOn } from '../indicators/indicator-format.ts';
import { divide, type Measured, measure, type PeopleCounts } from '../indicators/measure.ts';
import { learningStatus } from '../learning/learning-status.ts';
import { lotteryStatus } from '../lottery/lottery-status.ts';
import type { Settings } from '../settings-format.ts';
import { commitmentFigures, commitmentPeriods, type Seen } from './commitments.ts';
import { differenceOf, rangeWithUnknown } from './difference.ts';
import { medianFigure, shareFigure } from './figure.ts';
import { type Grouping, groupBy, groupByPeriod, personKinds } from './groups.ts';
import { languageNeed } from './language-need.ts';
import type { Figure, FigureRow, Report, ReportedIndicator } from './report-format.ts';
import { sentencesOf } from './sentences.ts';
import { hiddenCells } from './suppression.ts';

export interface ReportInput {
  readonly region: Region;
  readonly outcomes: readonly OutcomeRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly settings: Settings;
  /** YYYY-MM-DD: what was reported and agreed by that day, and no later. */
  readonly asOf: string;
  /** People who were there and have been erased: they count no more. */
  readonly erased?: number;
  /** Whose promises are told: of others' neither one by one nor what could be computed of a sum. All where it is left out. */
  readonly partners?: Seen;
}

/** The report of a day. */
export function buildReport(given: ReportInput): Report {
  const { region, outcomes, settings, asOf, erased = 0, partners = 'all' } = given;
  const commitments = commitmentsOn(asOf, given.commitments, settings);
  const summed =
    partners === 'all'
      ? commitments
      : settledOn(asOf, given.commitments, settings, (partner) => partners.has(partner));
  const { cases, corrected } = knownOn(asOf, outcomes, region);
  const indicators = indicatorsOn(asOf, settings.indicators);
  const people = peopleFigures(indicators, cases, settings);
  const reported = indicators.map((indicator) => {
    const figures =
      people.get(indicator) ??
      placesFigures(indicator, { region, cases, commitments: summed, settings, partners });
    return finished(indicator, figures, settings);
  });
  return {
    format: 'resursutbyte/report@1',
    region: region.name,
    asOf,
    participants: cases.length,
    corrected,
    assumptions: [...settings.assumptions, ...withoutErased(erased)],
    indicators: reported,
    commitments: [...commitmentPeriods(commitments, settings, reported, partners)],
    learning: learningStatus(cases, settings.learning),
    lottery: lotteryStatus(settings.ethical_approval, asOf),
  };
}

function withoutErased(erased: number): readonly Text[] {
  if (erased === 0) return [];
  const count = isSmall(erased) ? `1–${LEAST_SHOWN - 1}` : `${erased}`;
  return [
    {
      sv: `Uppgifterna om ${count} av deltagarna har raderats. De räknas inte längre med, så siffror kan skilja sig från tidigare rapporter.`,
      en: `The data about ${count} of the participants have been erased. They count no more, so figures may differ from earlier reports.`,
    },
  ];
}

/** The figures of one indicator: of all, by groups, and by period. */
interface Figures {
  readonly whole: Figure;
  readonly groups: ReportedIndicator['groups'];
  readonly trend: FigureRow[];
}

/** All indicators that count people, together, since one may give another away. */
function peopleFigures(
  indicators: readonly Indicator[],
  cases: readonly Case[],
  settings: Settings,
): ReadonlyMap<Indicator, Figures> {
  const measured = indicators.flatMap((indicator) => {
    const { counts } = indicator;
    if (counts.kind !== 'share' && counts.kind !== 'median') return [];
    return [{ indicator, kind: counts.kind, measured: measure(counts, cases) }];
  });
  const everybody: Grouping = {
    groups: [{ id: 'all', name: { sv: 'alla', en: 'all' } }],
    groupOf: cases.map(() => 0),
  };
  const whole = divided(measured, everybody);
  const kinds = personKinds.map((by) => ({ by, rows: divided(measured, groupBy(by, cases)) }));
  const trend = divided(measured, groupByPeriod(settings.periods, cases));
  return new Map(
    measured.map(({ indicator }, place) => {
      const [{ group: _, name: __, ...figure }] = whole[place];
      const isHidden = figure.status !== 'shown';
      return [
        indicator,
        {
          whole: figure,
          groups: isHidden ? [] : kinds.map(({ by, rows }) => ({ by, rows: rows[place] })),
          trend: isHidden ? [] : trend[place],
        },
      ];
    }),
  );
}

interface MeasuredIndicator {
  readonly kind: PeopleCounts['kind'];
  readonly measured: Measured;
}

/** Per indicator a row for each group; who belongs to no group counts as one that is never shown. */
function divided(all: readonly MeasuredIndicator[], { groups, groupOf }: Grouping): readonly FigureRow[][] {
  const cells = all.map(({ measured }) => divide(measured, groupOf, groups.length));
  const shares = cells.filter((_, place) => all[place].kind === 'share');
  const hidden = hiddenCells(groupOf.includes(-1) ? shares : shares.map((row) => row.slice(0, -1)));
  const hiddenOf = new Map(shares.map((row, place) => [row, hidden[place]]));
  return cells.map((row) =>
    groups.map(({ id, name }, group) => {
      const hides = hiddenOf.get(row);
      return {
        group: id,
        name,
        ...(hides === undefined ? medianFigure(row[group]) : shareFigure(row[group], hides[group])),
      };
    }),
  );
}

function placesFigures(
  { counts }: Indicator,
  {
    region,
    cases,
    commitments,
    settings,
    partners,
  }: Pick<ReportInput, 'region' | 'commitments' | 'settings'> & { cases: readonly Case[]; partners: Seen },
): Figures {
  if (counts.kind === 'commitments')
    return { groups: [], ...commitmentFigures(counts.of, commitments, settings.periods, partners) };
  const { whole, units } = languageNeed(region, cases);
  return { whole, groups: units.length === 0 ? [] : [{ by: 'unit', rows: [...units] }], trend: [] };
}

function finished(indicator: Indicator, figures: Figures, settings: Settings): ReportedIndicator {
  const { id, version, name, owner, agreed, target, counts } = indicator;
  const told = {
    id,
    version,
    name,
    owner,
    agreed,
    target,
    kind: counts.kind,
    ...figures.whole,
    targetMet: targetMet(target, figures.whole),
    groups: figures.groups,
    trend: figures.trend,
    womenLessMen: counts.kind === 'share' ? womenLessMen(figures.groups) : null,
    comparisons: comparisonsOf(id, settings),
  };
  return { ...told, sentences: [...sentencesOf(told)] };
}

/**
 * Judged by the interval, and by what those of whom nothing is known could make of it: a figure that only happens to lie on the right side has
 * not met its target.
 */
function targetMet(target: Indicator['target'], figure: Figure): ReportedIndicator['targetMet'] {
  const { value, interval } = figure;
  if (target === null || value === null) return null;
  const [low, high] = rangeWithUnknown(figure) ?? interval ?? [value, value];
  const { at_least, at_most } = target;
  if (low >= (at_least ?? low) && high <= (at_most ?? high)) return 'met';
  if (high < (at_least ?? high) || low > (at_most ?? low)) return 'missed';
  return 'open';
}

function womenLessMen(groups: ReportedIndicator['groups']): ReportedIndicator['womenLessMen'] {
  const rows = groups.find(({ by }) => by === 'gender')?.rows ?? [];
  const has = (gender: string): FigureRow | undefined =>
    rows.find(({ group }) => group.split('+').includes(gender));
  const women = has('woman');
  const men = has('man');
  if (women === undefined || men === undefined || women === men) return null;
  const found = differenceOf(women, men);
  return found && { women: women.name, men: men.name, ...found };
}

function comparisonsOf(id: string, { comparisons, baseline }: Settings): Comparison[] {
  const greedy: Comparison[] =
    baseline === undefined || baseline.pool === 0
      ? []
      : [
          {
            id: 'greedy',
            indicator: 'started',
            of: 'the_same',
            name: {
              sv: `hade fått plats i turordning efter ankomst (${baseline.placed} av ${baseline.pool})`,
              en: `would have been placed in order of arrival (${baseline.placed} of ${baseline.pool})`,
            },
            value: baseline.placed / baseline.pool,
            source: 'the proposal',
          },
        ];
  return [...comparisons, ...greedy].filter(({ indicator }) => indicator === id);
}
