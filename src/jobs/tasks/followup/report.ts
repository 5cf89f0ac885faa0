/** followupReport: report@1 of a region as the store has it, on a day, as far as whoever asks may see it. */
import { type Failure, failure } from '../../../errors.ts';
import { settingsOn } from '../../../followup/agreements.ts';
import { narrowed } from '../../../followup/report/narrowed.ts';
import { buildReport } from '../../../followup/report/report.ts';
import { reportCsv } from '../../../followup/report/report-csv.ts';
import type { GroupKind } from '../../../followup/report/report-format.ts';
import type { StoreAccess } from '../../../store/open-store.ts';
import { type Answer, answer, type FileAnswer } from '../../answer.ts';
import { loadFollowup } from '../../followup/load-followup.ts';
import { inStore } from '../../in-store.ts';

interface Asked {
  readonly access: StoreAccess;
  readonly region: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** The groups by which figures are shown; null is all. */
  readonly by: GroupKind | null;
  /** By its id; null is all. */
  readonly period: string | null;
  /** Whose promises are told. */
  readonly partners: 'all' | ReadonlySet<string>;
  readonly as: 'json' | 'csv';
  readonly lang: 'sv' | 'en';
}

export function followupReport(asked: Asked): Promise<Answer | FileAnswer | Failure> {
  const { access, region, asOf, by, period, partners, as, lang } = asked;
  return inStore(access, async (store) => {
    const stored = await loadFollowup(store, region);
    if (stored.status === 'failed') return stored;
    const { entries, ...known } = stored;
    const settings = settingsOn(asOf, entries);
    if (period !== null && !settings.periods.some(({ id }) => id === period)) return noPeriod;
    const whole = buildReport({ ...known, commitments: entries.commitment, settings, asOf, partners });
    const report = narrowed(whole, { by, period });
    if (as === 'json') return answer(report);
    const bytes = new TextEncoder().encode(`${reportCsv(report, lang)}\n`);
    return { status: 'file', kind: 'csv', name: `${region}-${asOf}.csv`, bytes };
  });
}

const noPeriod = failure('not_found', {
  sv: 'Perioden finns inte bland samarbetets perioder: välj en av dem, eller alla.',
  en: 'The period is not among those of the partnership: choose one of them, or all.',
});
