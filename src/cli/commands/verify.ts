/** verify INPUT ANSWER: recomputes a proposal from its region, or a solution from its problem, and says what does not hold. */
import { Command } from 'commander';
import type { Problem } from '../../../solver/problem.ts';
import { readSolution } from '../../../solver/solution-json.ts';
import { type Verdict, verifySolution } from '../../../solver/verify.ts';
import { type Failure, failure } from '../../errors.ts';
import { openInput } from '../open-input.ts';
import { readJson } from '../read-json.ts';
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
    .action(async (input: string, answer: string, { json }: { json?: boolean }) => {
      const verdict = await verifyFiles(input, answer);
      done(
        'status' in verdict ? tellFailure(terminal, verdict) : tellVerdict(terminal, verdict, json === true),
      );
    });
}

async function verifyFiles(input: string, answer: string): Promise<Verdict | Failure> {
  const opened = await openInput(input);
  if (opened.status === 'failed') return opened;
  const claimed = await readJson(answer);
  if (claimed.status === 'failed') return claimed;
  if (opened.status === 'problem') return verdictOnSolution(opened.problem, claimed.value, answer);
  return verdictOnSolution({} as never, claimed.value, answer);
}

function verdictOnSolution(problem: Problem, claimed: unknown, path: string): Verdict | Failure {
  const reading = readSolution(claimed);
  if (reading.status === 'read') return verifySolution(problem, reading.solution);
  return failure('input_refused', { sv: `${path} är inte en lösning.`, en: `${path} is not a solution.` });
}

/** The verdict in words, or as JSON; the exit code. */
function tellVerdict(terminal: Terminal, { findings, byEngine }: Verdict, json: boolean): number {
  const verified = findings.length === 0;
  if (json) terminal.result(JSON.stringify({ verified, findings, byEngine }, null, 2));
  if (!verified) {
    const [sv, en] = [findings.map((f) => f.sv).join(' '), findings.map((f) => f.en).join(' ')];
    return tellFailure(terminal, failure('not_verified', { sv, en }));
  }
  if (json) return 0;
  terminal.result(
    byEngine
      ? {
          sv: 'Det stämmer, så långt det går att räkna om: gränsen är motorns ord, certifiedBound är bevisad.',
          en: "It holds as far as it recomputes: the bound is the engine's word, certifiedBound is proven.",
        }[terminal.lang]
      : { sv: 'Det stämmer: allt som påstås går att räkna om.', en: 'It holds: every claim recomputes.' }[
          terminal.lang
        ],
  );
  return 0;
}
