/** key rotate: another master key in the place of the present one. */
import { Command } from 'commander';
import type { Text } from '../../domain/text.ts';
import { type Failure, failure } from '../../errors.ts';
import { readSettings, type Settings } from '../../settings.ts';
import { adoptAnchor, prepareAnchor } from '../../store/audit/anchor.ts';
import { prepareKeyFile, settleKeyFile } from '../../store/master-key.ts';
import { type RotateOutcome, rotateMasterKey } from '../../store/rotate-master-key.ts';
import { createVault } from '../../store/vault.ts';
import { type Terminal, tellFailure } from '../terminal.ts';
import { withStore } from '../with-store.ts';

export function keyCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  const rotate = new Command('rotate')
    .description(
      sv
        ? 'Byter huvudnyckeln mot den i NEW_MASTER_KEY. Stoppa tjänsten och dess arbetare först.'
        : 'Changes the master key for that in NEW_MASTER_KEY. Stop the service and its workers first.',
    )
    .action(async () => done(await rotateKey(terminal)));
  return new Command('key')
    .description(
      sv ? 'Nyckeln som personuppgifter är förseglade med.' : 'The key that personal data are sealed with.',
    )
    .addCommand(rotate);
}

async function rotateKey(terminal: Terminal): Promise<number> {
  const settings = readSettings(process.env);
  if (settings.status === 'failed') return tellFailure(terminal, settings);
  const { newMasterKey } = settings;
  if (newMasterKey === undefined) return tellFailure(terminal, refusal(missing));
  return withStore(terminal, async (store) => {
    const next = createVault(newMasterKey);
    const outcome = await rotateMasterKey(store, next, () => {
      if (settings.masterKey === undefined) prepareKeyFile(settings.dataDir, newMasterKey);
      prepareAnchor(settings.dataDir, store.vault, next);
    });
    if (outcome.status !== 'rotated') return tellFailure(terminal, refusalOf(outcome));
    if (settings.masterKey === undefined) settleKeyFile(settings.dataDir, next.fingerprint);
    adoptAnchor(settings.dataDir);
    terminal.note(rotated(outcome.keys, settings)[terminal.lang]);
    return 0;
  });
}

function rotated(keys: number, { masterKey }: Settings): Text {
  const where: Text =
    masterKey === undefined
      ? {
          sv: 'Den nya ligger i filen master-key i DATA_DIR.',
          en: 'The new one is in the file master-key in DATA_DIR.',
        }
      : {
          sv: 'Ange den nya med MASTER_KEY från och med nu.',
          en: 'Give the new one in MASTER_KEY from now on.',
        };
  return {
    sv: `Huvudnyckeln är bytt; ${keys} nycklar är inlåsta på nytt. ${where.sv} Äldre säkerhetskopior öppnas bara med den gamla.`,
    en: `The master key is changed; ${keys} keys are locked in anew. ${where.en} Older backups open with the old one only.`,
  };
}

function refusal(detail: Text): Failure {
  return failure('key_refused', detail);
}

const missing: Text = {
  sv: 'NEW_MASTER_KEY saknas: ange den nya nyckeln där, 32 byte i base64url.',
  en: 'NEW_MASTER_KEY is missing: give the new key there, 32 bytes in base64url.',
};

function refusalOf(outcome: Exclude<RotateOutcome, { status: 'rotated' }>): Failure {
  if (outcome.status !== 'unreadable') return refusal(refusals[outcome.status]);
  const { table } = outcome;
  return refusal({
    sv: `En nyckel i tabellen ${table} går inte att öppna: läs in en säkerhetskopia där den är hel.`,
    en: `A key in the table ${table} cannot be opened: restore a backup in which it is whole.`,
  });
}

const refusals: Readonly<Record<Exclude<RotateOutcome['status'], 'rotated' | 'unreadable'>, Text>> = {
  same: {
    sv: 'NEW_MASTER_KEY är den nyckel som redan används: ange en annan.',
    en: 'NEW_MASTER_KEY is the key that is used already: give another.',
  },
  in_use: {
    sv: 'Tjänsten, en arbetare eller ett kommando arbetar med databasen: stoppa dem först.',
    en: 'The service, a worker or a command works on the database: stop them first.',
  },
  changed_meanwhile: {
    sv: 'Någon annan har just bytt nyckeln.',
    en: 'Somebody else has just changed the key.',
  },
};
