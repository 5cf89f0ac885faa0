/** tryIndicator: what an indicator would tell on a day if it held, as the report would tell it; nothing is kept. */
import type { Text } from '../../../domain/text.ts';
import type { Failure } from '../../../errors.ts';
import { nextVersion, settingsOn } from '../../../followup/agreements.ts';
import { countsInWords } from '../../../followup/indicators/counts-words.ts';
import type { Indicator } from '../../../followup/indicators/indicator-format.ts';
import { buildReport } from '../../../followup/report/report.ts';
import type { ReportedIndicator } from '../../../followup/report/report-format.ts';
import type { StoreAccess } from '../../../store/open-store.ts';
import { loadFollowup } from '../../followup/load-followup.ts';
import { inStore } from '../../in-store.ts';

interface Asked {
  readonly access: StoreAccess;
  readonly region: string;
  readonly indicator: Indicator;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

export type Tried =
  | {
      readonly status: 'tried' /** What it counts. */;
      readonly words: Text;
      readonly reported: ReportedIndicator;
    }
  | Failure;

/** Among all the others, since what may be told of one figure hangs on what the others tell. */
export function tryIndicator({ access, region, indicator, asOf }: Asked): Promise<Tried> {
  return inStore(access, async (store): Promise<Tried> => {
    const stored = await loadFollowup(store, region);
    if (stored.status === 'failed') return stored;
    const { entries, ...known } = stored;
    const { version } = nextVersion(entries, indicator.id);
    const tried = { ...indicator, version, agreed: { by: indicator.agreed.by, from: asOf } };
    const settings = settingsOn(asOf, entries);
    const { indicators } = buildReport({
      ...{ ...known, commitments: entries.commitment, asOf },
      settings: { ...settings, indicators: [...settings.indicators, tried] },
    });
    const reported = indicators.find(({ id }) => id === indicator.id);
    if (reported === undefined) throw new Error('an indicator that holds is not in the report');
    return { status: 'tried', words: countsInWords(indicator.counts), reported };
  });
}
