/** exportFollowup: what has been reported and agreed on as the files that it could be imported from again. The log knows of it before they leave. */
import { lastOfEachDay } from '../../../domain/outcome-facts.ts';
import type { Failure } from '../../../errors.ts';
import { followupZip } from '../../../files/followup/write-followup.ts';
import { readEntries, settingsOn } from '../../../followup/agreements.ts';
import { lastOfEachDay as lastPromises } from '../../../followup/commitments.ts';
import { appendAudit } from '../../../store/audit/append.ts';
import { agreementsIn } from '../../../store/followup/agreements.ts';
import { outcomesIn } from '../../../store/followup/outcomes.ts';
import type { StoreAccess } from '../../../store/open-store.ts';
import { latestVersion } from '../../../store/regions/region-version.ts';
import type { FileAnswer } from '../../answer.ts';
import { noVersion } from '../../followup/load-followup.ts';
import { inStore } from '../../in-store.ts';

interface Asked {
  readonly access: StoreAccess;
  readonly region: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly by: string;
}

export function exportFollowup({ access, region, today, by }: Asked): Promise<FileAnswer | Failure> {
  return inStore(access, async (store) => {
    if ((await latestVersion(store.db, region)) === null) return noVersion;
    const reports = await outcomesIn(store.db, store.vault, region);
    const entries = readEntries(await agreementsIn(store.db, region));
    // An approval of research holds where it was recorded, and a learnt chance where it was decided on.
    const { ethical_approval: _, learning: __, ...settings } = settingsOn(today, entries);
    const outcomes = lastOfEachDay(reports.map(({ outcome }) => outcome));
    const bytes = followupZip({ outcomes, commitments: lastPromises(entries.commitment), settings });
    await store.db.transaction().execute((transaction) =>
      appendAudit(transaction, {
        ...{ actor: by, action: 'outcome.export', region, subject: null },
        detail: { outcomes: outcomes.length },
      }),
    );
    return { status: 'file', kind: 'zip', name: `${region}-followup-${today}.zip`, bytes };
  });
}
