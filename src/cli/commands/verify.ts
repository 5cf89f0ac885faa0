/** verify INPUT ANSWER: recomputes a proposal from its region, or a solution from its problem, and says what does not hold. */
import { Command } from 'commander';
import { readSolution } from '../../../solver/solution-json.ts';
import { verifySolution } from '../../../solver/verify.ts';
import type { Text } from '../../domain/text.ts';
import { type Failure, failure } from '../../errors.ts';
import { otherKind } from '../../jobs/given/kinds.ts';
import { openInput } from '../../jobs/given/open-input.ts';
import { policyFor } from '../../jobs/given/open-policy.ts';
import { openProposal } from '../../jobs/given/open-proposal.ts';
import { readJson } from '../../jobs/given/read-json.ts';
import { verifyProposal } from '../../matching/verify-proposal.ts';
import { mismatchFailure } from '../../proposal-failure.ts';
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
      const checked = await verifyFiles(input, answer, policy ?? null);
      done(
        'code' in checked ? tellFailure(terminal, checked) : tellFindings(terminal, checked, json === true),
      );
    });
}

/** What a check found, of a proposal or of a solution. */
interface Checked {
  readonly mismatches: readonly Text[];
  readonly onTrust: readonly Text[];
}

async function verifyFiles(
  input: string,
  answer: string,
  policyPath: string | null,
): Promise<Checked | Failure> {
  const opened = await openInput(input);
  if (opened.status === 'failed') return opened;
  if (opened.status === 'problem') {
    const claimed = await readJson(answer);
    if (claimed.status === 'failed') return claimed;
    const other = otherKind(answer, claimed.value, 'solution');
    if (other) return other;
    const reading = readSolution(claimed.value);
    if (reading.status === 'read') return verifySolution(opened.problem, reading.solution);
    return failure('input_refused', {
      sv: `${answer} är inte en lösning.`,
      en: `${answer} is not a solution.`,
    });
  }
  const policy = await policyFor(opened.region, policyPath);
  if ('status' in policy) return policy;
  const proposal = await openProposal(answer);
  return proposal.status === 'failed' ? proposal : verifyProposal(opened.region, policy, proposal);
}

/** The findings in words, or as JSON; the exit code. */
function tellFindings(terminal: Terminal, { mismatches, onTrust }: Checked, json: boolean): number {
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
