/**
 * Tells the audit log of reads. Many reads at once share a transaction: while one group is committed the next gathers, so that a log that can
 * be appended to by one at a time keeps up with hundreds of reads a second, and no read waits for a clock.
 */
import { errorCode } from '../failure.ts';
import type { Store } from '../open-store.ts';
import { type AuditEntry, appendAllAudit } from './append.ts';

export interface AuditReads {
  /** Settles once the entries are committed. Answer a read only then. */
  readonly record: (...entries: readonly AuditEntry[]) => Promise<void>;
}

interface Waiting {
  readonly entries: readonly AuditEntry[];
  readonly settle: () => void;
  readonly fail: (fault: unknown) => void;
}

/** One writer a process is enough, and best. */
export function auditReads({ db }: Pick<Store, 'db'>): AuditReads {
  const append = (entries: readonly AuditEntry[]) =>
    db.transaction().execute((transaction) => appendAllAudit(transaction, entries));
  let waiting: Waiting[] = [];
  let writing = false;

  const write = async () => {
    writing = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await writeGroup(append, group);
    }
    writing = false;
  };

  return {
    record: (...entries) =>
      new Promise((settle, fail) => {
        waiting.push({ entries, settle, fail });
        if (!writing) void write();
      }),
  };
}

type Append = (entries: readonly AuditEntry[]) => Promise<void>;

async function writeGroup(append: Append, group: readonly Waiting[]): Promise<void> {
  try {
    await append(group.flatMap(({ entries }) => entries));
    for (const { settle } of group) settle();
  } catch (fault) {
    // An entry that the database refuses must not take the others of its group along.
    if (group.length > 1 && isRefusal(fault)) {
      for (const one of group) await writeGroup(append, [one]);
    } else {
      for (const { fail } of group) fail(fault);
    }
  }
}

/** Data that do not fit, or refer to nothing (SQLSTATE classes 22 and 23). */
function isRefusal(fault: unknown): boolean {
  return /^2[23]/.test(errorCode(fault) ?? '');
}
