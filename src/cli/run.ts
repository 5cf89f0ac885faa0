/** From words to an exit code: finds the command, runs it, and says what was wrong with the words. */
import { CommanderError } from 'commander';
import type { Text } from '../domain/text.ts';
import { failure } from '../errors.ts';
import { buildProgram } from './program.ts';
import { type Terminal, tellFailure } from './terminal.ts';

/** Runs the command that the words name; returns its exit code. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  try {
    const program = await buildProgram(words, terminal, (code) => {
      exitCode = code;
    });
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : tellFailure(terminal, failure('usage', misuse(error)));
  }
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
    case 'commander.invalidArgument': {
      const choices = /Allowed choices are (.*)\.$/.exec(message)?.[1];
      return {
        sv: `${named} har ett värde som inte går att använda${choices ? `; det som går är ${choices}` : ''}.`,
        en: `${named} has a value that cannot be used${choices ? `; what can is ${choices}` : ''}.`,
      };
    }
    case 'commander.excessArguments':
      return { sv: 'För många ord efter kommandot.', en: 'Too many words after the command.' };
    case 'commander.help':
      return { sv: 'Inget kommando angavs.', en: 'No command was given.' };
    default:
      return { sv: message, en: message };
  }
}
