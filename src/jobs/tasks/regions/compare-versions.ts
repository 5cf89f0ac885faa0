/** compareVersions: how one version of a region differs from another, with every row. The log knows of it before the answer leaves. */
import { regionDifference } from '../../../domain/region-difference.ts';
import type { Failure } from '../../../errors.ts';
import { appendAudit } from '../../../store/audit/append.ts';
import type { StoreAccess } from '../../../store/open-store.ts';
import { type Answer, answer } from '../../answer.ts';
import { inStore } from '../../in-store.ts';
import { loadStored } from './stored-version.ts';

interface Asked {
  readonly access: StoreAccess;
  readonly region: string;
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

export function compareVersions({ access, region, from, to, by }: Asked): Promise<Answer | Failure> {
  return inStore(access, async (store) => {
    const before = await loadStored(store, region, from);
    if (before.status === 'failed') return before;
    const after = await loadStored(store, region, to);
    if (after.status === 'failed') return after;
    const difference = regionDifference(before.content, after.content);
    await store.db.transaction().execute((transaction) =>
      appendAudit(transaction, {
        actor: by,
        action: 'region.preview',
        region,
        subject: null,
        detail: { from, to },
      }),
    );
    return answer(difference);
  });
}
