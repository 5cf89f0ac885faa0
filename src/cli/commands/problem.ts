/** problem REGION|PROBLEM: the optimisation problem, to look at or to solve with a solver of one's own choice. */
import { Command } from 'commander';
import { writeMps } from '../../../solver/mps.ts';
import type { Problem } from '../../../solver/problem.ts';
import { writeProblem } from '../../../solver/problem-json.ts';
import { whole } from '../numbers.ts';
import { type Terminal, tellFailure } from '../terminal.ts';
import { writeOutput } from '../write-output.ts';

interface Targets {
  readonly out?: string;
  readonly mps?: string;
}

export function problemCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  return new Command('problem')
    .description(
      sv
        ? 'Skriver problemet som JSON (problem@1) eller MPS.'
        : 'Writes the problem as JSON (problem@1) or MPS.',
    )
    .argument('<input>', sv ? 'region eller problem' : 'region or problem')
    .option('--out <file>', sv ? 'problem@1, .gz komprimeras' : 'problem@1, .gz is compressed')
    .option('--mps <file>', sv ? 'fritt MPS, .gz komprimeras' : 'free MPS, .gz is compressed')
    .action(async (path: string, targets: Targets) => done(await writeFiles(terminal, path, targets)));
}

async function writeFiles(terminal: Terminal, path: string, { out, mps }: Targets): Promise<number> {
  // Loaded here: all that reads and builds, which commands that do so in a thread do not need.
  const { openInput } = await import('../../jobs/given/open-input.ts');
  const { defaultPolicy } = await import('../../domain/policy.ts');
  const { buildMatching } = await import('../../matching/matching.ts');
  const opened = await openInput(path);
  if (opened.status === 'failed') return tellFailure(terminal, opened);
  const problem =
    opened.status === 'problem'
      ? opened.problem
      : buildMatching(opened.region, opened.region.policy ?? defaultPolicy).problem;
  const unwritten =
    (out === undefined ? null : await writeOutput(out, writeProblem(problem))) ??
    (mps === undefined ? null : await writeOutput(mps, writeMps(problem)));
  if (unwritten) return tellFailure(terminal, unwritten);
  if (out === undefined && mps === undefined) terminal.result([...writeProblem(problem)].join('').trimEnd());
  else terminal.note(sizeOf(problem, terminal));
  return 0;
}

function sizeOf(problem: Problem, { lang }: Terminal): string {
  const counts = [problem.participants.length, problem.score.length, problem.constraints.length].map((n) =>
    whole(n, lang),
  );
  const [people, options, rows] = counts;
  return lang === 'sv'
    ? `${people} deltagare, ${options} alternativ, ${rows} begränsningar`
    : `${people} participants, ${options} options, ${rows} constraints`;
}
