/** Runs the command of this process, and ends with its exit code. */
import { openTerminal } from './process-terminal.ts';
import { run } from './run.ts';

const words = process.argv.slice(2);
process.exitCode = await run(words, openTerminal(words));
