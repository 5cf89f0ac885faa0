/** followup learning REGION: what a model learns from the outcomes and what it means for women and men, or how many people are missing. */
import { Command } from 'commander';
import { z } from 'zod';
import { date } from '../../../domain/tables/cells.ts';
import { knownOn } from '../../../followup/case.ts';
import { tellLearning } from '../../../followup/learning/tell-learning.ts';
import { reportDay } from '../../../followup/report-day.ts';
import { describeLearning } from '../../learning-text.ts';
import { regionHelp } from '../../options.ts';
import { type Terminal, tellFailure } from '../../terminal.ts';
import { asOfOption, followupOption, openFollowup, wrongDay } from './given-followup.ts';

const givenSchema = z.object({
  followup: z.string().optional(),
  asOf: date.optional(),
  json: z.boolean().default(false),
});

export function followupLearningCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('learning')
    .description(
      sv
        ? 'Visar vad en modell lär av utfallen och vad den betyder för kvinnor och män, eller hur många som saknas.'
        : 'Shows what a model learns from the outcomes and what it means for women and men, or how many are missing.',
    )
    .argument('<region>', regionHelp[terminal.lang])
    .addOption(followupOption(terminal.lang))
    .addOption(asOfOption(terminal.lang))
    .option('--json', sv ? 'svaret som JSON' : 'the answer as JSON')
    .action(async (region: string, options: unknown) => done(await tell(terminal, region, options)));
}

async function tell(terminal: Terminal, path: string, options: unknown): Promise<number> {
  const parsed = givenSchema.safeParse(options);
  if (!parsed.success) return tellFailure(terminal, wrongDay);
  const { followup, asOf, json } = parsed.data;
  const opened = await openFollowup(terminal, path, followup);
  if (opened.status === 'failed') return tellFailure(terminal, opened);
  const { region, outcomes, settings } = opened;
  const day = asOf ?? reportDay(opened);
  const { learning } = settings;
  const decision = learning
    ? {
        on: true,
        effect: null,
        model: null,
        decided_by: learning.decided_by,
        decided_on: learning.decided_on,
        reason: null,
      }
    : null;
  const answer = tellLearning(day, knownOn(day, outcomes, region).cases, decision);
  terminal.result(json ? JSON.stringify(answer, null, 2) : describeLearning(answer, terminal.lang));
  return 0;
}
