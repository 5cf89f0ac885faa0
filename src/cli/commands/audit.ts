/** audit verify: whether the audit log is what was written, all of it. */
import { Command } from 'commander';
import type { Text } from '../../domain/text.ts';
import { failure } from '../../errors.ts';
import { readSettings } from '../../settings.ts';
import { type AnchoredVerification, verifyAnchored } from '../../store/audit/anchor.ts';
import type { ChainFault } from '../../store/audit/verify.ts';
import { type Terminal, tellFailure } from '../terminal.ts';
import { withStore } from '../with-store.ts';

export function auditCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  const verify = new Command('verify')
    .description(
      sv
        ? 'Räknar om loggens kedja, och jämför den med ankaret i DATA_DIR.'
        : "Recomputes the log's chain, and holds it against the anchor in DATA_DIR.",
    )
    .option('--json', sv ? 'resultatet som JSON på stdout' : 'the result as JSON on stdout')
    .action(async ({ json = false }: { json?: boolean }) => done(await verifyLog(terminal, json)));
  return new Command('audit')
    .description(sv ? 'Loggen över vem som sett och gjort vad.' : 'The log of who saw and did what.')
    .addCommand(verify);
}

async function verifyLog(terminal: Terminal, json: boolean): Promise<number> {
  const settings = readSettings(process.env);
  if (settings.status === 'failed') return tellFailure(terminal, settings);
  return withStore(terminal, async (store) => {
    const verified = await verifyAnchored(store, settings.dataDir);
    if (json) terminal.result(JSON.stringify(asJson(verified)));
    if (verified.status !== 'whole') {
      return tellFailure(terminal, failure('log_broken', broken(verified)));
    }
    terminal.note(whole(verified)[terminal.lang]);
    return 0;
  });
}

function asJson(verified: AnchoredVerification): object {
  if (verified.status !== 'whole') return verified;
  const { seq, hash } = verified.head;
  return { ...verified, head: { seq, hash: Buffer.from(hash).toString('hex') } };
}

function whole({ entries, anchoredTo }: Extract<AnchoredVerification, { status: 'whole' }>): Text {
  const anchored: Text =
    anchoredTo === null
      ? {
          sv: 'Något tidigare ankare fanns inte: att slutet kapats, eller att hela kedjan gjorts om, syns först från och med nu.',
          en: 'There was no earlier anchor: that its end was cut off, or the whole chain made anew, shows only from now on.',
        }
      : {
          sv: `Ankaret vittnar om de första ${anchoredTo}.`,
          en: `The anchor vouches for the first ${anchoredTo}.`,
        };
  return {
    sv: `Loggen är hel: ${entries} poster. ${anchored.sv}`,
    en: `The log is whole: ${entries} entries. ${anchored.en}`,
  };
}

const kinds: Readonly<Record<ChainFault['kind'], Text>> = {
  changed: { sv: 'är ändrad', en: 'was changed' },
  missing: {
    sv: 'följer inte på den före: poster saknas eller är flyttade',
    en: 'does not follow the one before: entries are missing or moved',
  },
  relinked: {
    sv: 'hör ihop med en annan post än den före',
    en: 'is linked to another entry than the one before',
  },
};

function broken(verified: Exclude<AnchoredVerification, { status: 'whole' }>): Text {
  switch (verified.status) {
    case 'broken': {
      const told = (lang: keyof Text) =>
        verified.faults
          .slice(0, 10)
          .map(({ seq, kind }) => `${seq} ${kinds[kind][lang]}`)
          .join('; ');
      return { sv: `Post ${told('sv')}.`, en: `Entry ${told('en')}.` };
    }
    case 'cut':
      return {
        sv: `Loggen har ${verified.entries} poster, men ankaret vittnar om ${verified.anchoredTo}: slutet är borta.`,
        en: `The log has ${verified.entries} entries, but the anchor vouches for ${verified.anchoredTo}: the end is gone.`,
      };
    case 'rewritten':
      return {
        sv: `Post ${verified.anchoredTo} är en annan än den som ankaret vittnar om: kedjan har gjorts om.`,
        en: `Entry ${verified.anchoredTo} is another than the one that the anchor vouches for: the chain was made anew.`,
      };
    case 'anchor_unreadable':
      return {
        sv: 'Kedjan håller, men ankaret i DATA_DIR är inte det som huvudnyckeln skrev under.',
        en: 'The chain holds, but the anchor in DATA_DIR is not what the master key signed.',
      };
  }
}
