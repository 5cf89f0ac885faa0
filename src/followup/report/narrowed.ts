/** A report as far as somebody asked for it. What is left out takes nothing from the figures that stay. */
import type { GroupKind, Report } from './report-format.ts';

export interface Narrowing {
  /** The groups by which figures are shown; null is all. */
  readonly by: GroupKind | null;
  /** The period of which figures over time and promises are told; null is all. */
  readonly period: string | null;
}

export function narrowed(report: Report, { by, period }: Narrowing): Report {
  return {
    ...report,
    indicators: report.indicators.map((indicator) => ({
      ...indicator,
      groups: by === null ? indicator.groups : indicator.groups.filter((group) => group.by === by),
      trend: period === null ? indicator.trend : indicator.trend.filter(({ group }) => group === period),
    })),
    commitments: report.commitments.filter((one) => period === null || one.period === period),
  };
}
