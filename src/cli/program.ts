/** The commands, in plain sight; one a file in commands/. */
import { Command, Option } from 'commander';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { convertCommand } from './commands/convert.ts';
import { explainCommand } from './commands/explain.ts';
import { followupCommand } from './commands/followup.ts';
import { generateCommand } from './commands/generate.ts';
import { importCommand } from './commands/import.ts';
import { matchCommand } from './commands/match.ts';
import { problemCommand } from './commands/problem.ts';
import { restoreCommand } from './commands/restore.ts';
import { retentionCommand } from './commands/retention.ts';
import { scenarioCommand } from './commands/scenario/scenario.ts';
import { solveCommand } from './commands/solve.ts';
import { templateCommand } from './commands/template.ts';
import { userCommand } from './commands/user/user.ts';
import { verifyCommand } from './commands/verify.ts';
import type { Terminal } from './terminal.ts';

/** Builds a command that tells its exit code when it is done. */
type CommandBuilder = (terminal: Terminal, done: (exitCode: number) => void) => Command;

const commands: readonly CommandBuilder[] = [
  matchCommand,
  checkCommand,
  verifyCommand,
  explainCommand,
  problemCommand,
  solveCommand,
  generateCommand,
  templateCommand,
  convertCommand,
  importCommand,
  auditCommand,
  retentionCommand,
  backupCommand,
  restoreCommand,
  userCommand,
  followupCommand,
  scenarioCommand,
];

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

/** Throws commander's CommanderError on wrong usage and after help. */
export function buildProgram(terminal: Terminal, done: (exitCode: number) => void): Command {
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
  for (const build of commands) program.addCommand(build(terminal, done));
  for (const command of withInner(program)) {
    command
      .exitOverride()
      .helpOption('-h, --help', sv ? 'visa hjälp' : 'show help')
      .configureHelp(sv ? swedishHelp : {})
      .configureOutput({ writeOut: (text) => terminal.result(text.trimEnd()), writeErr: () => {} });
  }
  return program;
}

/** A command and all commands within it. */
function withInner(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withInner)];
}
