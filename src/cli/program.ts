/** The commands, in plain sight; one a file in commands/. */
import { Command, Option } from 'commander';
import type { Terminal } from './terminal.ts';

/** Builds a command that tells its exit code when it is done. */
type CommandBuilder = (terminal: Terminal, done: (exitCode: number) => void) => Command;

/** Each is loaded when it is asked for: what the others need takes longer to load than most of them to answer. */
const commands: ReadonlyMap<string, () => Promise<CommandBuilder>> = new Map([
  ['match', async () => (await import('./commands/match.ts')).matchCommand],
  ['check', async () => (await import('./commands/check.ts')).checkCommand],
  ['verify', async () => (await import('./commands/verify.ts')).verifyCommand],
  ['explain', async () => (await import('./commands/explain.ts')).explainCommand],
  ['problem', async () => (await import('./commands/problem.ts')).problemCommand],
  ['solve', async () => (await import('./commands/solve.ts')).solveCommand],
  ['generate', async () => (await import('./commands/generate.ts')).generateCommand],
  ['template', async () => (await import('./commands/template.ts')).templateCommand],
  ['convert', async () => (await import('./commands/convert.ts')).convertCommand],
  ['import', async () => (await import('./commands/import.ts')).importCommand],
  ['audit', async () => (await import('./commands/audit.ts')).auditCommand],
  ['retention', async () => (await import('./commands/retention.ts')).retentionCommand],
  ['key', async () => (await import('./commands/key.ts')).keyCommand],
  ['backup', async () => (await import('./commands/backup.ts')).backupCommand],
  ['restore', async () => (await import('./commands/restore.ts')).restoreCommand],
  ['user', async () => (await import('./commands/user/user.ts')).userCommand],
  ['followup', async () => (await import('./commands/followup.ts')).followupCommand],
  ['scenario', async () => (await import('./commands/scenario/scenario.ts')).scenarioCommand],
]);

const headings: ReadonlyMap<string, string> = new Map([
  ['Usage:', 'Användning:'],
  ['Arguments:', 'Argument:'],
  ['Options:', 'Val:'],
  ['Commands:', 'Kommandon:'],
]);

/** The words of commander's help that are English whatever the descriptions are. */
const swedishHelp = {
  styleTitle: (title: string) => headings.get(title) ?? title,
  optionDescription: ({ description, defaultValue, argChoices }: Option): string => {
    const remarks = [
      ...(argChoices ? [`ett av ${argChoices.join(', ')}`] : []),
      ...(defaultValue === undefined ? [] : [`annars ${String(defaultValue)}`]),
    ];
    return remarks.length === 0 ? description : `${description} (${remarks.join('; ')})`;
  },
};

/** The program with the command that the words name, or with all of them where help or nothing that is known is asked for. */
export async function buildProgram(
  words: readonly string[],
  terminal: Terminal,
  done: (exitCode: number) => void,
): Promise<Command> {
  const sv = terminal.lang === 'sv';
  const program = new Command('resursutbyte');
  program
    .description(
      sv
        ? 'Parar ihop nyanlända vuxna med arbetslag, och visar hur bra varje förslag är.'
        : 'Pairs newly arrived adults with work teams, and proves how good each proposal is.',
    )
    .helpCommand('help [command]', sv ? 'visa hjälp om ett kommando' : 'show help for a command')
    .addOption(new Option('--lang <lang>', sv ? 'språk' : 'language').choices(['sv', 'en']).default('sv'));
  for (const load of asked(words)) program.addCommand((await load())(terminal, done));
  for (const command of withInner(program)) {
    command
      .exitOverride()
      .helpOption('-h, --help', sv ? 'visa hjälp' : 'show help')
      .configureHelp(sv ? swedishHelp : {})
      .configureOutput({ writeOut: (text) => terminal.result(text.trimEnd()), writeErr: () => {} });
  }
  return program;
}

const helpWords: ReadonlySet<string> = new Set(['help', '-h', '--help']);

function asked(words: readonly string[]): readonly (() => Promise<CommandBuilder>)[] {
  const first = words.find((word) => commands.has(word) || helpWords.has(word));
  const one = first === undefined ? undefined : commands.get(first);
  return one === undefined ? [...commands.values()] : [one];
}

/** A command and all commands within it. */
function withInner(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withInner)];
}
