/** importUpload: what somebody sent and has looked at becomes the region's new version, in one transaction, or nothing changes. */
import { defaultPolicy } from '../../../domain/policy.ts';
import { type Failure, failure } from '../../../errors.ts';
import { digestOf } from '../../../matching/digest.ts';
import type { StoreAccess, StoreData } from '../../../store/open-store.ts';
import { importVersion } from '../../../store/uploads/import-version.ts';
import { findUpload } from '../../../store/uploads/uploads.ts';
import { type Answer, answer } from '../../answer.ts';
import { erasedRefused } from '../../erased.ts';
import { inStore } from '../../in-store.ts';
import { readSentRegion } from '../../sent.ts';

interface Asked {
  readonly access: StoreAccess;
  readonly region: string;
  /** The upload's id. */
  readonly upload: string;
  /** The number of the version that whoever confirms has seen the difference to; 0 is none. */
  readonly follows: number;
  readonly note: string;
  /** Who confirms: only whoever sent it can. */
  readonly by: string;
  readonly now: Date;
}

export function importUpload(asked: Asked): Promise<Answer | Failure> {
  return inStore(asked.access, (store) => importInto(store, asked));
}

async function importInto(
  store: StoreData,
  { region, upload: id, follows, note, by, now }: Asked,
): Promise<Answer | Failure> {
  const upload = await findUpload(store, { id, region, by }, now);
  if (upload === null) return uploadGone;
  if (upload.follows !== follows) return changedMeanwhile;
  const read = await readSentRegion({ type: upload.kind, bytes: upload.bytes });
  // It was read once; only a newer version of the program can refuse it now.
  if (read.status === 'failed') return read;
  const content = read.region;
  const digest = digestOf(content, defaultPolicy).region;
  const outcome = await importVersion(store, { region, content, digest, note, importedBy: by, follows }, id);
  switch (outcome.status) {
    case 'superseded':
      return changedMeanwhile;
    case 'erased':
      return erasedRefused(outcome.participants);
    case 'saved':
      return answer({ number: outcome.version.number, digest });
  }
}

const uploadGone = failure('not_found', {
  sv: 'Underlaget är inte kvar: det har lästs in, ersatts eller blivit för gammalt. Skicka det igen.',
  en: 'The upload is gone: it has been imported, replaced or become too old. Send it again.',
});
const changedMeanwhile = failure('changed_meanwhile', {
  sv: 'Regionen har fått en ny version sedan underlaget granskades. Skicka det igen för att se skillnaden mot den.',
  en: 'The region has a new version since the upload was looked at. Send it again to see the difference from that.',
});
