/** generate: a region of any size, from real places and synthetic people, written as a folder. */
import { rmdir } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { z } from 'zod';
import type { Text } from '../../domain/text.ts';
import { type Failure, failure } from '../../errors.ts';
import type { Crowding } from '../../generate/sweden/sweden.ts';
import { emptyFolder } from '../empty-folder.ts';
import { whole } from '../numbers.ts';
import { type Language, type Terminal, tellFailure } from '../terminal.ts';

const MOST_PARTICIPANTS = 500_000;

/** What commander hands over: texts, or nothing. */
const given = z.object({
  participants: z.coerce.number().int().min(1).max(MOST_PARTICIPANTS),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  out: z.string().min(1),
  municipalities: z
    .string()
    .regex(/^\d{3,4}(,\d{3,4})*$/)
    .transform((codes) => [...new Set(codes.split(',').map((code) => code.padStart(4, '0')))].sort())
    .optional(),
});

const expected: Readonly<Record<keyof z.input<typeof given>, Text>> = {
  participants: {
    sv: `ett heltal från 1 till ${MOST_PARTICIPANTS}`,
    en: `a whole number from 1 to ${MOST_PARTICIPANTS}`,
  },
  seed: { sv: 'ett heltal från 0 till 2147483647', en: 'a whole number from 0 to 2147483647' },
  out: { sv: 'en mapp', en: 'a folder' },
  municipalities: {
    sv: 'kommunkoder med tre eller fyra siffror, till exempel 0180,1280',
    en: 'municipality codes of three or four digits, for example 0180,1280',
  },
};

export function generateCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('generate')
    .description(
      sv
        ? 'Gör en region av verkliga förskolor och påhittade deltagare.'
        : 'Makes a region of real preschools and invented participants.',
    )
    .addOption(
      new Option('--region <name>', sv ? 'vilken region' : 'which region')
        .choices(['sweden'])
        .makeOptionMandatory(),
    )
    .option('--participants <n>', sv ? 'antal deltagare' : 'number of participants', '50000')
    .option('--seed <n>', sv ? 'slumpens frö' : 'seed of the draws', '0')
    .option(
      '--municipalities <codes>',
      sv ? 'bara dessa kommuner, till exempel 0180,1280' : 'only these municipalities, for example 0180,1280',
    )
    .requiredOption('--out <folder>', sv ? 'ny eller tom mapp' : 'new or empty folder')
    .action(async (options: unknown) => {
      const parsed = given.safeParse(options);
      done(
        parsed.success
          ? await generate(terminal, parsed.data)
          : tellFailure(terminal, misused(given.keyof().parse(parsed.error.issues[0]?.path[0]))),
      );
    });
}

async function generate(terminal: Terminal, request: z.output<typeof given>): Promise<number> {
  const { participants, seed, out, municipalities = null } = request;
  const folder = await emptyFolder(out);
  if (folder.status === 'failed') return tellFailure(terminal, folder);
  // Loaded here, as no other command writes regions or needs the public figures.
  const { writeRegion } = await import('../../files/write-region.ts');
  const { swedenRegion } = await import('../../generate/sweden/sweden.ts');
  const made = swedenRegion({ participants, seed, municipalities });
  if (made.status === 'unknown_municipalities') {
    if (folder.isNew) await rmdir(out);
    const codes = made.codes.join(', ');
    return tellFailure(
      terminal,
      failure('usage', {
        sv: `Ingen förskola är känd i ${codes}.`,
        en: `No preschool is known in ${codes}.`,
      }),
    );
  }
  await writeRegion(out, made.region);
  const { units, teams, sfi_groups: groups } = made.region;
  const number = (count: number): string => whole(count, terminal.lang);
  terminal.note(
    terminal.lang === 'sv'
      ? `${out}: ${number(participants)} påhittade deltagare, ${number(units.length)} verkliga förskolor, ${number(teams.length)} arbetslag, ${number(groups.length)} sfi-grupper`
      : `${out}: ${number(participants)} invented participants, ${number(units.length)} real preschools, ${number(teams.length)} teams, ${number(groups.length)} SFI groups`,
  );
  if (made.crowding) terminal.note(crowdingNote(made.crowding, terminal.lang));
  return 0;
}

/** That teams have more seats than is natural, by how much, and what to ask for instead. */
function crowdingNote(crowding: Crowding, lang: Language): string {
  const number = (count: number): string => whole(count, lang);
  const { bySize, given, mostInATeam, participantsBySize } = crowding;
  return lang === 'sv'
    ? `Obs: förskolornas storlek ger ${number(bySize)} platser i arbetslag, men så många deltagare behöver ${number(given)}. Arbetslagen har fått fler än storleken ger, som mest ${number(mostInATeam)} i ett. Med högst ${number(participantsBySize)} deltagare räcker platserna.`
    : `Note: the preschools' size gives ${number(bySize)} seats in teams, but so many participants need ${number(given)}. Teams were given more than their size gives, up to ${number(mostInATeam)} in one. For at most ${number(participantsBySize)} participants there are seats enough.`;
}

function misused(name: keyof typeof expected): Failure {
  return failure('usage', {
    sv: `--${name} ska vara ${expected[name].sv}.`,
    en: `--${name} must be ${expected[name].en}.`,
  });
}
