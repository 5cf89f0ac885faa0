/** exportVersion: a version of a region as the file that it could be imported from again. The log knows of it before the file leaves. */
import { type Failure, failure } from '../../../errors.ts';
import { regionWorkbook } from '../../../files/workbook/write-workbook.ts';
import { regionZip } from '../../../files/write-region.ts';
import { appendAudit } from '../../../store/audit/append.ts';
import type { StoreAccess } from '../../../store/open-store.ts';
import type { FileAnswer } from '../../answer.ts';
import { inStore } from '../../in-store.ts';
import { loadStored } from './stored-version.ts';

interface Asked {
  readonly access: StoreAccess;
  readonly region: string;
  readonly number: number;
  readonly kind: FileAnswer['kind'];
  readonly by: string;
}

export function exportVersion({ access, region, number, kind, by }: Asked): Promise<FileAnswer | Failure> {
  return inStore(access, async (store) => {
    const stored = await loadStored(store, region, number);
    if (stored.status === 'failed') return stored;
    const written =
      kind === 'zip'
        ? { status: 'written' as const, bytes: regionZip(stored.content) }
        : await regionWorkbook(stored.content);
    if (written.status === 'too_large') {
      const { sv, en } = written.message;
      return failure('too_large', { sv: `${sv}.`, en: `${en}.` });
    }
    await store.db.transaction().execute((transaction) =>
      appendAudit(transaction, {
        actor: by,
        action: 'region.export',
        region,
        subject: null,
        detail: { version: number, kind, participants: stored.content.participants.length },
      }),
    );
    return { status: 'file', kind, name: `${region}-${number}.${kind}`, bytes: written.bytes };
  });
}
