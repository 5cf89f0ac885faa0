/** restore FILE: a backup into a database that holds nothing. */
import { Command } from 'commander';
import { type Failure, failure } from '../../errors.ts';
import { readSettings, type Settings } from '../../settings.ts';
import { writeAnchor } from '../../store/audit/anchor.ts';
import { appendAudit } from '../../store/audit/append.ts';
import { verifyAudit } from '../../store/audit/verify.ts';
import { type RestoreOutcome, restoreBackup } from '../../store/backup/restore-backup.ts';
import { errorCode } from '../../store/failure.ts';
import { type BareStore, openBareStore } from '../../store/open-store.ts';
import type { Vault } from '../../store/vault.ts';
import { type Terminal, tellFailure } from '../terminal.ts';

export function restoreCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('restore')
    .description(
      sv
        ? 'Läser in en säkerhetskopia i en tom databas, helt eller inte alls.'
        : 'Restores a backup into an empty database, whole or not at all.',
    )
    .argument('<file>', sv ? 'en fil från backup' : 'a file from backup')
    .action(async (file: string) => done(await restore(terminal, file)));
}

async function restore(terminal: Terminal, file: string): Promise<number> {
  const settings = readSettings(process.env);
  if (settings.status === 'failed') return tellFailure(terminal, settings);
  const store = await openBareStore({ ...settings, join: true });
  if (store.status === 'failed') return tellFailure(terminal, failure('not_ready', store.detail));
  try {
    if (store.vault === null) return tellFailure(terminal, noKey);
    const outcome = await restored(store, store.vault, file);
    if (outcome.status !== 'restored') return tellFailure(terminal, refusals[outcome.status](file));
    return await finish(terminal, { ...store, vault: store.vault }, settings, outcome);
  } finally {
    await store.close();
  }
}

async function restored(
  { db }: BareStore,
  { fingerprint }: Vault,
  file: string,
): Promise<RestoreOutcome | { readonly status: 'unreadable' }> {
  try {
    return await restoreBackup(db, file, fingerprint);
  } catch (error) {
    if (/^(ENOENT|EACCES|EISDIR|EPERM)$/.test(errorCode(error) ?? '')) return { status: 'unreadable' };
    throw error;
  }
}

/** The log goes on from what was restored, and so does its anchor: a newer one, of a database that is gone, would find the log cut. */
async function finish(
  terminal: Terminal,
  { db, vault }: { readonly db: BareStore['db']; readonly vault: Vault },
  { dataDir }: Settings,
  { madeAt, tables, rows }: Extract<RestoreOutcome, { status: 'restored' }>,
): Promise<number> {
  await db.transaction().execute((transaction) =>
    appendAudit(transaction, {
      actor: null,
      action: 'service.restore',
      region: null,
      subject: null,
      detail: { made_at: madeAt, rows },
    }),
  );
  const log = await verifyAudit(db);
  if (log.status === 'broken') return tellFailure(terminal, brokenBefore);
  writeAnchor(dataDir, vault, log.head);
  terminal.note(
    terminal.lang === 'sv'
      ? `${rows} rader i ${tables} tabeller är tillbaka som de var ${madeAt}; loggen är hel. Den som raderats därefter ska raderas igen.`
      : `${rows} rows in ${tables} tables are back as they were at ${madeAt}; the log is whole. Whoever was erased after that is to be erased again.`,
  );
  return 0;
}

const noKey = failure('backup_refused', {
  sv: 'Huvudnyckeln saknas: ange den med MASTER_KEY, eller lägg filen master-key i DATA_DIR.',
  en: 'The master key is missing: give it in MASTER_KEY, or put the file master-key in DATA_DIR.',
});

const brokenBefore = failure('log_broken', {
  sv: 'Allt är tillbaka, men loggen var bruten redan i säkerhetskopian.',
  en: 'All is back, but the log was broken in the backup already.',
});

const refusals: Readonly<
  Record<Exclude<RestoreOutcome['status'], 'restored'> | 'unreadable', (file: string) => Failure>
> = {
  not_empty: () =>
    failure('backup_refused', {
      sv: 'Databasen är inte tom: välj en annan DATA_DIR, eller en ny databas.',
      en: 'The database is not empty: choose another DATA_DIR, or a new database.',
    }),
  damaged: (file) =>
    failure('backup_refused', {
      sv: `${file} är ingen hel säkerhetskopia: den är kapad, ändrad eller något annat.`,
      en: `${file} is no whole backup: it was cut, changed or is something else.`,
    }),
  unknown_schema: () =>
    failure('backup_refused', {
      sv: 'Säkerhetskopian är gjord av en nyare version av programmet.',
      en: 'The backup was made by a newer version of the program.',
    }),
  other_key: () =>
    failure('backup_refused', {
      sv: 'Personuppgifterna i säkerhetskopian är förseglade med en annan huvudnyckel: ange den med MASTER_KEY.',
      en: "The backup's personal data are sealed under another master key: give that in MASTER_KEY.",
    }),
  unreadable: (file) =>
    failure('not_found', { sv: `${file} går inte att läsa.`, en: `${file} cannot be read.` }),
};
