/** scenario ...: what happens if. Its commands, in plain sight; one a file. */
import { Command } from 'commander';
import type { Terminal } from '../../terminal.ts';
import { capacityCommand } from './capacity.ts';
import { compareCommand, runCommand } from './run.ts';
import { simulateCommand } from './simulate.ts';
import { sweepCommand } from './sweep.ts';
import { worthCommand } from './worth.ts';

export function scenarioCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('scenario')
    .description(sv ? 'Visar vad som händer om något ändras.' : 'Shows what happens if something changes.')
    .helpCommand('help [command]', sv ? 'visa hjälp om ett kommando' : 'show help for a command')
    .addCommand(runCommand(terminal, done))
    .addCommand(compareCommand(terminal, done))
    .addCommand(worthCommand(terminal, done))
    .addCommand(sweepCommand(terminal, done))
    .addCommand(capacityCommand(terminal, done))
    .addCommand(simulateCommand(terminal, done));
}
