/** A report as far as somebody asked for it and may see it. What is left out takes nothing from the figures that stay. */
import type { GroupKind, Report } from './report-format.ts';

export interface Narrowing {
  /** The groups by which figures are shown; null is all. */
  readonly by: GroupKind | null;
  /** Whose promises are told one by one; all together they stay an indicator. */
  readonly partners: 'all' | ReadonlySet<string>;
}

export function narrowed(report: Report, { by, partners }: Narrowing): Report {
  return {
    ...report,
    indicators: report.indicators.map((indicator) => ({
      ...indicator,
      groups: by === null ? indicator.groups : indicator.groups.filter((group) => group.by === by),
    })),
    commitments:
      partners === 'all'
        ? report.commitments
        : report.commitments.map((period) => ({
            ...period,
            promises: period.promises.filter(({ partner }) => partners.has(partner)),
          })),
  };
}
