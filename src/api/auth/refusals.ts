/**
 * Tells the log of sign-ins that were refused, without what was typed. The answer does not wait for the entry: how long it takes would tell which
 * accounts there are. An account's own failures are bounded by its lock (src/store/users/sign-in.ts). Those without an account are
 * bounded here, for the limit per address does not stop one who has many: an entry a minute and process, with how many there were since the last.
 */
import type { FastifyInstance } from 'fastify';
import type { Happening } from '../../domain/access/happenings.ts';
import type { AuditEntry } from '../../store/audit/entry.ts';
import type { AuditReads } from '../../store/audit/reads.ts';
import { entryOfFailed, type SignInOutcome } from '../../store/users/sign-in.ts';
import { logFault, type WriteLine } from '../log.ts';

const quietMs = 60_000;

export interface Refusals {
  readonly ofPassword: (refused: Extract<SignInOutcome, { status: 'refused' }>) => void;
  /** Whom the organisation's provider did not let through, or nobody registered here. */
  readonly ofOpenId: () => void;
}

export interface RefusalDependencies {
  readonly reads: AuditReads;
  readonly clock: () => Date;
  readonly log: WriteLine;
}

/** Entries under way are kept before the app is closed. */
export function tellRefusals(app: FastifyInstance, { reads, clock, log }: RefusalDependencies): Refusals {
  const underWay = new Set<Promise<void>>();
  const record = (entry: AuditEntry) => {
    const written = reads
      .record(entry)
      .catch((error: unknown) => logFault(log, error))
      .finally(() => underWay.delete(written));
    underWay.add(written);
  };
  let untold = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  const ofNobody = () => {
    untold += 1;
    const now = clock().getTime();
    if (now - toldAt < quietMs) return;
    const action: Happening = 'session.unknown';
    record({ actor: null, action, region: null, subject: null, detail: { tries: untold } });
    untold = 0;
    toldAt = now;
  };
  app.addHook('onClose', async () => {
    await Promise.all(underWay);
  });
  return {
    ofPassword: ({ failed }) => {
      if (failed === 'no_account') ofNobody();
      else if (failed !== 'locked') record(entryOfFailed(failed));
    },
    ofOpenId: ofNobody,
  };
}
