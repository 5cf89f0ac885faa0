/** Partners' commitments: those that had been reported by a day, and what is wrong with a table of them. */
import type { InputProblem } from '../domain/checks/input-problem.ts';
import type { CommitmentRow } from '../domain/tables/followup.ts';
import type { Text } from '../domain/text.ts';
import type { Settings } from './settings-format.ts';

/**
 * Of each promise the latest report by the day `asOf`, in periods that had begun; in the order in which promises first stand. Of two of the same
 * day the one that was recorded last holds: it puts the other right.
 */
export function commitmentsOn(
  asOf: string,
  commitments: readonly CommitmentRow[],
  { periods }: Pick<Settings, 'periods'>,
): readonly CommitmentRow[] {
  const begun = new Set(periods.filter(({ from }) => from <= asOf).map(({ id }) => id));
  const latest = new Map<string, CommitmentRow>();
  for (const row of commitments) {
    if (!begun.has(row.period) || reportDay(row) > asOf) continue;
    const known = latest.get(promiseOf(row));
    if (known === undefined || reportDay(row) >= reportDay(known)) latest.set(promiseOf(row), row);
  }
  return [...latest.values()];
}

/**
 * The promises behind the sums that somebody sees who sees only their own. Two days' reports that differ by one partner's report would tell what
 * it was, so a sum is one number for ever: that of the first day, from the period's last on, on which every promise of its kind had been
 * reported. It is told once that day is over, and later reports change it no more. Until then it is as if nobody else had reported.
 */
export function settledOn(
  asOf: string,
  commitments: readonly CommitmentRow[],
  settings: Pick<Settings, 'periods'>,
  isOwn: (partner: string) => boolean,
): readonly CommitmentRow[] {
  const ends = new Map(settings.periods.map(({ id, to }) => [id, to]));
  const sums = Map.groupBy(commitmentsOn(asOf, commitments, settings), sumOf);
  return [...sums].flatMap(([sum, now]) => {
    const end = ends.get(now[0].period) ?? asOf;
    const history = commitments.filter((row) => sumOf(row) === sum);
    const days = [...new Set([end, ...history.map(reportDay)])].filter((day) => day >= end && day < asOf);
    const settled = days
      .sort()
      .map((day) => commitmentsOn(day, history, settings))
      .find((known) => known.length > 0 && known.every(({ delivered }) => delivered !== undefined));
    return settled ?? now.map((row) => (isOwn(row.partner) ? row : { ...row, delivered: undefined }));
  });
}

function sumOf({ period, kind }: Pick<CommitmentRow, 'period' | 'kind'>): string {
  return [period, kind].join('\n');
}

/**
 * Commitments whose period or partner is not in the settings, and second reports of a promise of the same day. `rowNumber` gives the row that
 * users see.
 */
export function checkCommitments(
  commitments: readonly CommitmentRow[],
  settings: Settings,
  rowNumber: (index: number) => number,
): readonly InputProblem[] {
  const periods = new Set(settings.periods.map(({ id }) => id));
  const partners = new Set(settings.partners.map(({ id }) => id));
  const seen = new Set<string>();
  return commitments.flatMap((row, index) => {
    const wrong = (column: keyof CommitmentRow, value: string | null, message: Text): InputProblem => ({
      file: 'commitments.csv',
      row: rowNumber(index),
      column,
      value,
      message,
    });
    const report = `${promiseOf(row)}\n${reportDay(row)}`;
    const again = seen.has(report);
    seen.add(report);
    return [
      ...(periods.has(row.period) ? [] : [wrong('period', row.period, notAmong('periods'))]),
      ...(partners.has(row.partner) ? [] : [wrong('partner', row.partner, notAmong('partners'))]),
      ...(again ? [wrong('recorded_on', row.recorded_on ?? null, toldTwice)] : []),
    ];
  });
}

/** How often the promise that `given` speaks of has been reported. */
export function timesReported(given: Promised, commitments: readonly Promised[]): number {
  return commitments.filter((row) => promiseOf(row) === promiseOf(given)).length;
}

/** Without what a later report of the same day took the place of, as a table of them must be (checkCommitments). */
export function lastOfEachDay(commitments: readonly CommitmentRow[]): readonly CommitmentRow[] {
  const reportOf = (row: CommitmentRow): string => `${promiseOf(row)}\n${reportDay(row)}`;
  const last = new Map(commitments.map((row) => [reportOf(row), row]));
  return commitments.filter((row) => last.get(reportOf(row)) === row);
}

type Promised = Pick<CommitmentRow, 'partner' | 'period' | 'kind'>;

function promiseOf({ partner, period, kind }: Promised): string {
  return [partner, period, kind].join('\n');
}

function reportDay({ recorded_on = '' }: CommitmentRow): string {
  return recorded_on;
}

function notAmong(place: string): Text {
  return {
    sv: `finns inte; förväntat ett id bland ${place} i followup.json`,
    en: `does not exist; expected an id among the ${place} of followup.json`,
  };
}

const toldTwice: Text = {
  sv: 'en tidigare rad rapporterar samma löfte samma dag; behåll den rad som gäller',
  en: 'an earlier row reports the same promise on the same day; keep the row that holds',
};
