/** followup lottery REGION PROPOSAL: what the lottery among equal pairings tells of an outcome. */
import { Command } from 'commander';
import { z } from 'zod';
import { engineNames } from '../../../../solver/engines/names.ts';
import { date } from '../../../domain/tables/cells.ts';
import { failure } from '../../../errors.ts';
import { askThread } from '../../in-thread.ts';
import { policyHelp, regionHelp } from '../../options.ts';
import { type Terminal, tellFailure } from '../../terminal.ts';
import { asOfOption, followupOption } from './given-followup.ts';

const MOST_DRAWS = 10_000;

const givenSchema = z.object({
  arms: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.tuple([z.string(), z.string()])),
  outcome: z.string(),
  draws: z.coerce.number().int().min(2).max(MOST_DRAWS),
  engine: z.enum(['auto', ...engineNames]),
  gap: z.coerce.number().min(0).max(1),
  policy: z.string().optional(),
  followup: z.string().optional(),
  asOf: date.optional(),
  json: z.boolean().default(false),
});

export function followupLotteryCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('lottery')
    .description(
      sv
        ? 'Jämför utfall genom lottningen i ett förslag; kräver ett antecknat etikgodkännande.'
        : 'Compares outcomes through the lottery of a proposal; takes an ethical approval on record.',
    )
    .argument('<region>', regionHelp[terminal.lang])
    .argument('<proposal>', sv ? 'förslag som match har skrivit' : 'proposal that match has written')
    .option(
      '--arms <two>',
      sv
        ? 'två platser att jämföra: placed, unplaced, form:preschool, district:NAMN, unit:ID eller team:ID'
        : 'two places to compare: placed, unplaced, form:preschool, district:NAME, unit:ID or team:ID',
      'placed,unplaced',
    )
    .option(
      '--outcome <id>',
      sv ? 'indikator vars täljare är utfallet' : 'indicator whose numerator is the outcome',
      'self-support',
    )
    .option('--draws <n>', sv ? 'så ofta dras lottningen' : 'how often the lottery is drawn', '200')
    .option(
      '--engine <name>',
      sv ? 'motorn som förslaget gjordes med' : 'engine that the proposal was made with',
      'auto',
    )
    .option('--gap <g>', sv ? 'gapet som förslaget gjordes med' : 'gap that the proposal was made with', '0')
    .option('--policy <file>', policyHelp[terminal.lang])
    .addOption(followupOption(terminal.lang))
    .addOption(asOfOption(terminal.lang))
    .option('--json', sv ? 'svaret som JSON' : 'the answer as JSON')
    .action(async (region: string, proposal: string, options: unknown) =>
      done(await tell(terminal, region, proposal, options)),
    );
}

async function tell(terminal: Terminal, region: string, proposal: string, options: unknown): Promise<number> {
  const parsed = givenSchema.safeParse(options);
  if (!parsed.success) return tellFailure(terminal, misread(String(parsed.error.issues[0]?.path[0])));
  const { arms, outcome, draws, engine, gap, policy, followup, asOf, json } = parsed.data;
  const answer = await askThread(
    terminal,
    'lotteryFiles',
    {
      ...{ region, proposal, draws, policy: policy ?? null, followup: followup ?? null, asOf: asOf ?? null },
      question: { arms, outcome },
      settings: { engine, gap, timeLimitMs: Number.POSITIVE_INFINITY },
    },
    Number.POSITIVE_INFINITY,
  );
  if (answer.status === 'failed') return tellFailure(terminal, answer);
  terminal.result(
    json
      ? JSON.stringify(answer, null, 2)
      : answer.sentences.map((sentence) => sentence[terminal.lang]).join('\n'),
  );
  return 0;
}

const expected: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  arms: { sv: 'två namn med komma emellan', en: 'two names with a comma between' },
  draws: { sv: `ett heltal från 2 till ${MOST_DRAWS}`, en: `a whole number from 2 to ${MOST_DRAWS}` },
  engine: { sv: 'en motor som finns', en: 'an engine that there is' },
  gap: { sv: 'ett tal från 0 till 1', en: 'a number from 0 to 1' },
  asOf: { sv: 'ett datum som ÅÅÅÅ-MM-DD', en: 'a date as YYYY-MM-DD' },
};

function misread(option: string) {
  const flag = option === 'asOf' ? '--as-of' : `--${option}`;
  const { sv, en } = expected[option] ?? { sv: 'ett värde', en: 'a value' };
  return failure('usage', { sv: `${flag} ska vara ${sv}.`, en: `${flag} must be ${en}.` });
}
