/** Runs the command that was asked for, and ends with its exit code. */
import { CommanderError } from 'commander';
import type { Text } from '../domain/text.ts';
import { failure } from '../errors.ts';
import { openTerminal } from './process-terminal.ts';
import { buildProgram } from './program.ts';
import { tellFailure } from './terminal.ts';

const words = process.argv.slice(2);
const terminal = openTerminal(words);

try {
  const program = buildProgram(terminal, (exitCode) => {
    process.exitCode = exitCode;
  });
  await program.parseAsync(words, { from: 'user' });
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode !== 0) process.exitCode = tellFailure(terminal, failure('usage', misuse(error)));
}

/** What commander says in English only, in both languages. */
function misuse({ code, message }: CommanderError): Text {
  const named = (/'([^']*)'/.exec(message)?.[1] ?? '').slice(0, 80);
  switch (code) {
    case 'commander.unknownOption':
      return { sv: `Valet ${named} finns inte.`, en: `There is no option ${named}.` };
    case 'commander.unknownCommand':
      return { sv: `Kommandot ${named} finns inte.`, en: `There is no command ${named}.` };
    case 'commander.missingArgument':
      return { sv: `${named} saknas.`, en: `${named} is missing.` };
    case 'commander.optionMissingArgument':
      return { sv: `${named} saknar värde.`, en: `${named} lacks its value.` };
    case 'commander.missingMandatoryOptionValue':
      return { sv: `${named} måste anges.`, en: `${named} must be given.` };
    case 'commander.invalidArgument':
      return {
        sv: `${named} har ett värde som inte går att använda.`,
        en: `${named} has a value that cannot be used.`,
      };
    case 'commander.excessArguments':
      return { sv: 'För många ord efter kommandot.', en: 'Too many words after the command.' };
    case 'commander.help':
      return { sv: 'Inget kommando angavs.', en: 'No command was given.' };
    default:
      return { sv: message, en: message };
  }
}
