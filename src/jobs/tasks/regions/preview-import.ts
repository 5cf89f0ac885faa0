/**
 * previewImport: reads what somebody sent, and says all that is wrong with it, or what it would change. What can be imported is kept as an
 * upload, to be confirmed (import-upload.ts). The current version, the difference and the sealing are all here, in the thread's own memory.
 */
import type { InputProblem } from '../../../domain/checks/input-problem.ts';
import { type Region, type TableName, tableNames } from '../../../domain/region.ts';
import { regionDifference } from '../../../domain/region-difference.ts';
import { sampleDifference } from '../../../domain/sample-difference.ts';
import type { Failure } from '../../../errors.ts';
import { appendAudit } from '../../../store/audit/append.ts';
import type { StoreAccess, StoreData } from '../../../store/open-store.ts';
import { findPersonKeys } from '../../../store/person-keys.ts';
import { loadRegionVersion } from '../../../store/regions/load-region-version.ts';
import { latestVersion } from '../../../store/regions/region-version.ts';
import { type KeptUpload, keepUpload } from '../../../store/uploads/uploads.ts';
import { type Answer, answer } from '../../answer.ts';
import { erasedRefused } from '../../erased.ts';
import { inStore } from '../../in-store.ts';
import { type RegionPreview, shownNotes, shownRows } from '../../region-preview.ts';
import { readSentRegion, type Sent } from '../../sent.ts';

interface Asked {
  readonly access: StoreAccess;
  readonly region: string;
  readonly sent: Sent;
  /** Who sent it. */
  readonly by: string;
  readonly now: Date;
}

export function previewImport(asked: Asked): Promise<Answer | Failure> {
  return inStore(asked.access, async (store) => {
    const read = await readSentRegion(asked.sent);
    if (read.status === 'failed') return read;
    const { region: content, notes } = read;
    const erased = await erasedAmong(store, asked.region, content);
    if (erased.length > 0) return erasedRefused(erased);
    const current = await currentContent(store, asked.region);
    const difference = regionDifference(current.content ?? withoutRows(content), content);
    const kept = await keep(store, asked, current.number);
    return answer(previewOf(content, notes, current.number, sampleDifference(difference, shownRows), kept));
  });
}

async function erasedAmong(
  { db, vault }: StoreData,
  region: string,
  { participants }: Region,
): Promise<readonly string[]> {
  const ids = participants.map(({ id }) => id);
  return (await findPersonKeys(db, vault, region, ids)).erased;
}

/** The newest version, without whoever has been erased since; number 0 where there is none. */
async function currentContent(
  store: StoreData,
  region: string,
): Promise<{ readonly number: number; readonly content: Region | null }> {
  const latest = await latestVersion(store.db, region);
  if (latest === null) return { number: 0, content: null };
  const loaded = await loadRegionVersion(store, latest.id);
  if (loaded.status === 'not_found') throw new Error('a version that was found cannot be loaded');
  return { number: latest.number, content: loaded.region };
}

/** What a first import is compared with: the same fields, no row. */
function withoutRows({ format, name, period, provenance, policy }: Region): Region {
  const none: readonly never[] = [];
  return {
    ...{ format, name, period, provenance, policy },
    participants: none,
    participant_languages: none,
    units: none,
    teams: none,
    team_languages: none,
    sfi_groups: none,
    sessions: none,
    areas: none,
    extracts: none,
    team_backgrounds: none,
    travel: none,
    decisions: none,
  };
}

function keep(store: StoreData, { region, sent, by, now }: Asked, follows: number): Promise<KeptUpload> {
  return store.db.transaction().execute(async (transaction) => {
    const upload = { region, follows, kind: sent.type, bytes: sent.bytes, by };
    const kept = await keepUpload(transaction, store, upload, now);
    // A region that is not there yet has no name in the log: its first import will.
    await appendAudit(transaction, {
      actor: by,
      action: 'region.preview',
      region: follows === 0 ? null : region,
      subject: null,
      detail: { upload: kept.id, follows },
    });
    return kept;
  });
}

function previewOf(
  content: Region,
  notes: readonly InputProblem[],
  follows: number,
  difference: RegionPreview['difference'],
  { id, expiresAt }: KeptUpload,
): RegionPreview {
  return {
    upload: id,
    expiresAt: expiresAt.toISOString(),
    follows,
    name: content.name,
    period: content.period,
    rows: Object.fromEntries(tableNames.map((table: TableName) => [table, content[table].length])),
    difference,
    notes: notes.slice(0, shownNotes).map((note) => ({ ...note })),
    noteCount: notes.length,
  };
}
