/** backup --out FILE: all that the store holds, as it is at one moment. */
import { Command } from 'commander';
import { appendAudit } from '../../store/audit/append.ts';
import { makeBackup } from '../../store/backup/make-backup.ts';
import { type Terminal, tellFailure } from '../terminal.ts';
import { withStore } from '../with-store.ts';
import { checkWritable } from '../write-output.ts';

export function backupCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('backup')
    .description(
      sv
        ? 'Säkerhetskopierar allt i databasen, komprimerat; huvudnyckeln är inte med.'
        : 'Backs up all that is in the database, compressed; the master key is not in it.',
    )
    .requiredOption('--out <file>', sv ? 'filens namn' : 'name of the file')
    .action(async ({ out }: { out: string }) => done(await backup(terminal, out)));
}

async function backup(terminal: Terminal, out: string): Promise<number> {
  const blocked = await checkWritable(out);
  if (blocked) return tellFailure(terminal, blocked);
  return withStore(terminal, async (store) => {
    const { tables, rows } = await makeBackup(store, out, new Date());
    await store.db.transaction().execute((transaction) =>
      appendAudit(transaction, {
        actor: null,
        action: 'service.backup',
        region: null,
        subject: null,
        detail: { tables, rows },
      }),
    );
    terminal.note(
      terminal.lang === 'sv'
        ? `${rows} rader i ${tables} tabeller är kopierade. Huvudnyckeln är inte med: spara den för sig.`
        : `${rows} rows in ${tables} tables are backed up. The master key is not in it: keep that apart.`,
    );
    return 0;
  });
}
