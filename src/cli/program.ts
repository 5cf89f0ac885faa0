/** The commands, in plain sight; one a file in commands/. */
import { Command, Option } from 'commander';
import { checkCommand } from './commands/check.ts';
import { explainCommand } from './commands/explain.ts';
import { generateCommand } from './commands/generate.ts';
import { matchCommand } from './commands/match.ts';
import { problemCommand } from './commands/problem.ts';
import { solveCommand } from './commands/solve.ts';
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
];

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
    .addOption(new Option('--lang <lang>', sv ? 'språk' : 'language').choices(['sv', 'en']).default('sv'));
  for (const build of commands) program.addCommand(build(terminal, done));
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .configureOutput({ writeOut: (text) => terminal.result(text.trimEnd()), writeErr: () => {} });
  }
  return program;
}
