/** What partners promised and what came of it, period by period, side by side with what the period's participants reached. */
import type { CommitmentRow } from '../../domain/tables/followup.ts';
import type { Text } from '../../domain/text.ts';
import type { Settings } from '../settings-format.ts';
import { hiddenFigure, placesFigure } from './figure.ts';
import type { CommitmentPeriod, Figure, FigureRow, ReportedIndicator } from './report-format.ts';
import { countSentence } from './sentences.ts';

/** Whose promises somebody sees. */
export type Seen = 'all' | ReadonlySet<string>;

/** The results that stand beside commitments. */
const resultsBeside = ['completed', 'self-support', 'self-support-of-completers'];

/** One entry per period of the settings in which anybody of those who are seen promised anything. */
export function commitmentPeriods(
  commitments: readonly CommitmentRow[],
  settings: Settings,
  indicators: readonly ReportedIndicator[],
  seen: Seen,
): readonly CommitmentPeriod[] {
  const partnerNames = new Map(settings.partners.map(({ id, name }) => [id, name]));
  return settings.periods.flatMap(({ id, name }) => {
    const rows = commitments.filter(({ period, partner }) => period === id && sees(seen, partner));
    if (rows.length === 0) return [];
    const promises = rows.map(({ partner, kind, promised, delivered }) => ({
      partner,
      name: partnerNames.get(partner) ?? { sv: partner, en: partner },
      kind,
      promised,
      delivered: delivered ?? null,
    }));
    const results = indicators
      .filter((indicator) => resultsBeside.includes(indicator.id))
      .flatMap((indicator) =>
        indicator.trend
          .filter(({ group }) => group === id)
          .map((row) => ({ indicator: indicator.id, indicatorName: indicator.name, ...row })),
      );
    const kept = keptBy(rows);
    return [
      {
        period: id,
        name,
        promises,
        kept,
        results,
        sentences: [
          keptSentence(name, kept, seen === 'all' ? 'everybody' : 'own'),
          ...results.flatMap(resultSentence),
        ],
      },
    ];
  });
}

/**
 * Delivered of promised of one kind, together and for each period, as far as somebody may see it who sees the promises of `seen`. A sum from
 * which one's own leave a single other partner's report is hidden, and with a period's that of all, from which it would follow. What two days'
 * reports would tell of a partner who reported in between, `settledOn` keeps out of `rows`.
 */
export function commitmentFigures(
  kind: CommitmentRow['kind'],
  rows: readonly CommitmentRow[],
  periods: Settings['periods'],
  seen: Seen,
): { readonly whole: Figure; readonly trend: FigureRow[] } {
  const own = rows.filter((row) => row.kind === kind);
  const trend = periods.map(({ id, name }) => {
    const within = own.filter(({ period }) => period === id);
    const figure = givesAway(within, seen) ? hiddenFigure : deliveredFigure(within);
    return { group: id, name, ...figure };
  });
  const isHidden = trend.some(({ status }) => status === 'hidden');
  return { whole: isHidden ? hiddenFigure : deliveredFigure(own), trend };
}

/** Whether others promised, and fewer than two of them have reported: of two, neither is known from their sum. */
function givesAway(rows: readonly CommitmentRow[], seen: Seen): boolean {
  const others = rows.filter(({ partner }) => !sees(seen, partner));
  return others.length > 0 && others.filter(({ delivered }) => delivered !== undefined).length < 2;
}

/** Of the commitments that somebody has reported; the number of those that nobody has is `unknown`. */
function deliveredFigure(rows: readonly CommitmentRow[]): Figure {
  const reported = rows.filter(({ delivered }) => delivered !== undefined);
  return placesFigure(
    reported.reduce((sum, { delivered = 0 }) => sum + delivered, 0),
    reported.reduce((sum, { promised }) => sum + promised, 0),
    rows.length - reported.length,
  );
}

/** One broken promise is enough to know that not all were kept; a silent one, that it is not known. */
function keptBy(rows: readonly CommitmentRow[]): CommitmentPeriod['kept'] {
  if (rows.some(({ promised, delivered }) => delivered !== undefined && delivered < promised))
    return 'not_all';
  return rows.some(({ delivered }) => delivered === undefined) ? 'unknown' : 'all';
}

const keptTold: Readonly<Record<'everybody' | 'own', Readonly<Record<CommitmentPeriod['kept'], Text>>>> = {
  everybody: {
    all: { sv: 'alla parter gav vad de hade lovat', en: 'every partner gave what it had promised' },
    not_all: {
      sv: 'alla parter gav inte vad de hade lovat',
      en: 'not every partner gave what it had promised',
    },
    unknown: {
      sv: 'det är inte känt om alla parter gav vad de hade lovat',
      en: 'it is not known whether every partner gave what it had promised',
    },
  },
  own: {
    all: { sv: 'ni gav vad ni hade lovat', en: 'you gave what you had promised' },
    not_all: { sv: 'ni gav inte allt som ni hade lovat', en: 'you did not give all that you had promised' },
    unknown: {
      sv: 'det är inte känt om ni gav vad ni hade lovat',
      en: 'it is not known whether you gave what you had promised',
    },
  },
};

function keptSentence(name: Text, kept: CommitmentPeriod['kept'], of: keyof typeof keptTold): Text {
  const said = keptTold[of][kept];
  return { sv: `${name.sv}: ${said.sv}.`, en: `${name.en}: ${said.en}.` };
}

function sees(seen: Seen, partner: string): boolean {
  return seen === 'all' || seen.has(partner);
}

function resultSentence({ indicatorName, ...figure }: CommitmentPeriod['results'][number]): readonly Text[] {
  const count = countSentence(figure);
  if (count === null) return [];
  return [{ sv: `${indicatorName.sv}: ${count.sv}.`, en: `${indicatorName.en}: ${count.en}.` }];
}
