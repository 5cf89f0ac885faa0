/** scenario: what happens if. Its commands, in plain sight; one a file. */
import { Command } from 'commander';
import type { Terminal } from '../../terminal.ts';
import { simulateCommand } from './simulate.ts';

export function scenarioCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('scenario')
    .description(sv ? 'Visar vad som händer om.' : 'Shows what happens if.')
    .helpCommand('help [command]', sv ? 'visa hjälp om ett kommando' : 'show help for a command')
    .addCommand(simulateCommand(terminal, done));
}
