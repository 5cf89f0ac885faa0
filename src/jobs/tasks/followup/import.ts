/** importFollowup: outcomes, commitments and settings that somebody sent are checked against the region as the store has it, and kept. */
import { type Failure, failure } from '../../../errors.ts';
import { readFollowupPacked } from '../../../files/followup/read-followup.ts';
import { readEntries, settingsOn } from '../../../followup/agreements.ts';
import { agreementsIn } from '../../../store/followup/agreements.ts';
import { loadEverybody } from '../../../store/followup/everybody.ts';
import type { StoreAccess } from '../../../store/open-store.ts';
import { type Answer, answer } from '../../answer.ts';
import { judgeFollowup } from '../../followup/judge-followup.ts';
import { type Keeper, keepFollowup, previewFollowup } from '../../followup/keep-followup.ts';
import { noVersion } from '../../followup/load-followup.ts';
import { inStore } from '../../in-store.ts';
import type { Sent } from '../../sent.ts';

interface Asked {
  readonly access: StoreAccess;
  readonly region: string;
  readonly sent: Sent;
  /** Who sent it. */
  readonly keeper: Keeper;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Whether it is only told what would be kept. */
  readonly preview: boolean;
}

export function importFollowup({
  access,
  region,
  sent,
  keeper,
  today,
  preview,
}: Asked): Promise<Answer | Failure> {
  return inStore(access, async (store) => {
    if (sent.type !== 'packed') return notPacked;
    const everybody = await loadEverybody(store, region);
    if (everybody === null) return noVersion;
    const reading = await readFollowupPacked(sent.bytes, everybody.region);
    const standing = settingsOn(today, readEntries(await agreementsIn(store.db, region)));
    const judged = judgeFollowup(reading, standing, region);
    if (judged.status === 'failed') return judged;
    const keep = preview ? previewFollowup : keepFollowup;
    const kept = await keep(store, region, judged.input, keeper);
    if (kept.status === 'not_found') return noVersion;
    if (kept.status === 'approval_not_allowed') return approvalNotAllowed;
    if (kept.status === 'version_taken') return versionTaken(kept.indicator);
    const { outcomes, agreements } = kept;
    return answer({ outcomes, agreements, notes: judged.notes });
  });
}

const notPacked = failure('unknown_media', {
  sv: 'Förväntat en zip med outcomes.csv, och commitments.csv och followup.json om de finns.',
  en: 'Expected a zip with outcomes.csv, and commitments.csv and followup.json where there are any.',
});

const approvalNotAllowed = failure('not_allowed', {
  sv: 'followup.json har ett etikgodkännande. Att anteckna ett sådant kräver en egen rätt: be en planerare göra det, eller ta bort ethical_approval ur filen.',
  en: 'followup.json has an ethical approval. To record one takes a right of its own: ask a planner to do it, or take ethical_approval out of the file.',
});

function versionTaken({ id, version }: { readonly id: string; readonly version: number }): Failure {
  return failure('refused', {
    sv: `Indikatorn ${id} har redan en version ${version} som säger något annat. En version ändras aldrig: ge den nya numret efter den senaste.`,
    en: `The indicator ${id} has a version ${version} already that says something else. A version is never changed: give the new one the number after the latest.`,
  });
}
