/** followup: what became of the participants; its commands, one a file. */
import { Command } from 'commander';
import type { Terminal } from '../terminal.ts';
import { followupLearningCommand } from './followup/learning.ts';
import { followupLotteryCommand } from './followup/lottery.ts';
import { followupReportCommand } from './followup/report.ts';

export function followupCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('followup')
    .description(
      sv
        ? 'Följer upp: vad det blev av det, och hur säkert man vet det.'
        : 'Follows up: what became of it, and how sure one can be.',
    )
    .helpCommand(false)
    .addCommand(followupReportCommand(terminal, done))
    .addCommand(followupLearningCommand(terminal, done))
    .addCommand(followupLotteryCommand(terminal, done));
}
