/** What partners promised and what came of it, period by period, side by side with what the period's participants reached. */
import type { CommitmentRow } from '../../domain/tables/followup.ts';
import type { Text } from '../../domain/text.ts';
import type { Settings } from '../settings-format.ts';
import { placesFigure } from './figure.ts';
import type { CommitmentPeriod, Figure, FigureRow, ReportedIndicator } from './report-format.ts';
import { countSentence } from './sentences.ts';

/** The results that stand beside commitments. */
const resultsBeside = ['completed', 'self-support', 'self-support-of-completers'];

/** One entry per period of the settings in which anybody promised anything. */
export function commitmentPeriods(
  commitments: readonly CommitmentRow[],
  settings: Settings,
  indicators: readonly ReportedIndicator[],
): readonly CommitmentPeriod[] {
  const partnerNames = new Map(settings.partners.map(({ id, name }) => [id, name]));
  return settings.periods.flatMap(({ id, name }) => {
    const rows = commitments.filter(({ period }) => period === id);
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
        sentences: [keptSentence(name, kept), ...results.flatMap(resultSentence)],
      },
    ];
  });
}

/** Delivered of promised, of the commitments that somebody has reported; the number of those that nobody has is `unknown`. */
export function commitmentFigure(kind: CommitmentRow['kind'], rows: readonly CommitmentRow[]): Figure {
  const own = rows.filter((row) => row.kind === kind);
  const reported = own.filter(({ delivered }) => delivered !== undefined);
  return placesFigure(
    reported.reduce((sum, { delivered = 0 }) => sum + delivered, 0),
    reported.reduce((sum, { promised }) => sum + promised, 0),
    own.length - reported.length,
  );
}

/** The same for each period. */
export function commitmentTrend(
  kind: CommitmentRow['kind'],
  rows: readonly CommitmentRow[],
  periods: Settings['periods'],
): FigureRow[] {
  return periods.map(({ id, name }) => ({
    group: id,
    name,
    ...commitmentFigure(
      kind,
      rows.filter(({ period }) => period === id),
    ),
  }));
}

/** One broken promise is enough to know that not all were kept; a silent one, that it is not known. */
function keptBy(rows: readonly CommitmentRow[]): CommitmentPeriod['kept'] {
  if (rows.some(({ promised, delivered }) => delivered !== undefined && delivered < promised))
    return 'not_all';
  return rows.some(({ delivered }) => delivered === undefined) ? 'unknown' : 'all';
}

function keptSentence(name: Text, kept: CommitmentPeriod['kept']): Text {
  const said = {
    all: { sv: 'alla parter gav vad de hade lovat', en: 'every partner gave what it had promised' },
    not_all: {
      sv: 'alla parter gav inte vad de hade lovat',
      en: 'not every partner gave what it had promised',
    },
    unknown: {
      sv: 'det är inte känt om alla parter gav vad de hade lovat',
      en: 'it is not known whether every partner gave what it had promised',
    },
  }[kept];
  return { sv: `${name.sv}: ${said.sv}.`, en: `${name.en}: ${said.en}.` };
}

function resultSentence({ indicatorName, ...figure }: CommitmentPeriod['results'][number]): readonly Text[] {
  const count = countSentence(figure);
  if (count === null) return [];
  return [{ sv: `${indicatorName.sv}: ${count.sv}.`, en: `${indicatorName.en}: ${count.en}.` }];
}
