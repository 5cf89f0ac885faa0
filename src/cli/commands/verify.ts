/** verify INPUT ANSWER: recomputes a proposal from its region, or a solution from its problem, and says what does not hold. */
import { Command } from 'commander';
import type { Findings } from '../../jobs/tasks/verify-given.ts';
import { mismatchFailure } from '../../proposal-failure.ts';
import { askThread } from '../in-thread.ts';
import { policyHelp } from '../options.ts';
import { type Terminal, tellFailure } from '../terminal.ts';

export function verifyCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('verify')
    .description(
      sv
        ? 'Räknar om ett förslag och säger vad som inte stämmer.'
        : 'Recomputes a proposal and says what does not hold.',
    )
    .argument('<input>', sv ? 'region eller problem' : 'region or problem')
    .argument('<answer>', sv ? 'förslag eller lösning' : 'proposal or solution')
    .option('--json', sv ? 'resultatet som JSON på stdout' : 'the result as JSON on stdout')
    .option('--policy <file>', policyHelp[terminal.lang])
    .action(async (input: string, answer: string, { json, policy }: { json?: boolean; policy?: string }) => {
      const files = { input, answer, policy: policy ?? null };
      const checked = await askThread(terminal, 'verifyFiles', files, Number.POSITIVE_INFINITY);
      done(
        'code' in checked ? tellFailure(terminal, checked) : tellFindings(terminal, checked, json === true),
      );
    });
}

/** The findings in words, or as JSON; the exit code. */
function tellFindings(terminal: Terminal, { mismatches, onTrust }: Findings, json: boolean): number {
  const failed = mismatchFailure(mismatches);
  if (json) terminal.result(JSON.stringify({ verified: failed === null, mismatches, onTrust }, null, 2));
  if (failed !== null) return tellFailure(terminal, failed);
  if (json) return 0;
  const sv = terminal.lang === 'sv';
  terminal.result(
    [
      sv
        ? 'Det stämmer: allt som går att räkna om är omräknat.'
        : 'It holds: all that can be recomputed was.',
      ...onTrust.map((text) => (sv ? `På förtroende: ${text.sv}` : `On trust: ${text.en}`)),
    ].join('\n'),
  );
  return 0;
}
