/** solve PROBLEM: any problem@1, without the domain. */
import { Command } from 'commander';
import type { Problem } from '../../../solver/problem.ts';
import type { Solution } from '../../../solver/solution.ts';
import { writeSolution } from '../../../solver/solution-json.ts';
import { failure } from '../../errors.ts';
import { percent, whole } from '../numbers.ts';
import { addSolveOptions, readSolveOptions, type SolveRequest } from '../options.ts';
import { solveInThread } from '../solving.ts';
import { type Language, type Terminal, tellFailure } from '../terminal.ts';
import { checkWritable, writeOutput } from '../write-output.ts';

export function solveCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  const command = new Command('solve')
    .description(sv ? 'Löser ett problem (problem@1).' : 'Solves a problem (problem@1).')
    .argument('<problem>', sv ? 'JSON, eventuellt .gz' : 'JSON, possibly .gz');
  return addSolveOptions(command, terminal.lang).action(async (path: string, options: unknown) => {
    const request = readSolveOptions(options);
    done('status' in request ? tellFailure(terminal, request) : await solveFile(terminal, path, request));
  });
}

async function solveFile(terminal: Terminal, path: string, request: SolveRequest): Promise<number> {
  // Loaded here: all that reads a problem, which other commands do in a thread.
  const { openProblem } = await import('../../jobs/given/open-input.ts');
  const opened = await openProblem(path);
  if (opened.status === 'failed') return tellFailure(terminal, opened);
  const { engine, gap, seed, timeLimitMs, workLimit, out, json } = request;
  const blocked = out === null ? null : await checkWritable(out);
  if (blocked) return tellFailure(terminal, blocked);
  const settings = { engine, gap, seed, timeLimitMs, ...(workLimit && { workLimit }) };
  const solution = await solveInThread(terminal, opened.problem, settings);
  const found = solution.status !== 'unknown';
  if (found && out !== null) {
    const unwritten = await writeOutput(out, [writeSolution(solution)]);
    if (unwritten) return tellFailure(terminal, unwritten);
  }
  if (json) terminal.result(writeSolution(solution).trimEnd());
  else if ('chosen' in solution) terminal.result(summary(solution.chosen, solution, terminal.lang));
  return tellEnding(terminal, opened.problem, solution);
}

/** The exit code that an answer ends with, and on stderr why it is not 0. */
function tellEnding(terminal: Terminal, problem: Problem, solution: Solution): number {
  if (terminal.signal.aborted || solution.stopped === 'signal') {
    return tellFailure(
      terminal,
      failure('interrupted', {
        sv: 'chosen' in solution ? 'Resultatet är det bästa så här långt.' : 'Inget var hittat än.',
        en: 'chosen' in solution ? 'The result is the best so far.' : 'Nothing had been found yet.',
      }),
    );
  }
  if (solution.status === 'unknown') {
    return tellFailure(
      terminal,
      failure('nothing_found', {
        sv: 'Motorn stannade utan lösning.',
        en: 'The engine stopped without a solution.',
      }),
    );
  }
  if (solution.status !== 'conflict') return 0;
  const { constraints, participants } = solution.clash;
  const rows = [
    ...constraints.map((r) => problem.constraints[r]),
    ...participants.map((p) => problem.participants[p]),
  ].join(', ');
  return tellFailure(terminal, failure('conflict', { sv: `${rows}.`, en: `${rows}.` }));
}

function summary(
  chosen: Int32Array,
  { objective, bound, gap, status }: { objective: number; bound: number; gap: number; status: string },
  lang: Language,
): string {
  const placed = chosen.reduce((count, option) => count + (option >= 0 ? 1 : 0), 0);
  return lang === 'sv'
    ? `${status}: ${whole(placed, lang)} av ${whole(chosen.length, lang)} placerade, ${whole(objective, lang)} poäng, högst ${whole(bound, lang)} möjligt, gap ${percent(gap, lang)}`
    : `${status}: ${whole(placed, lang)} of ${whole(chosen.length, lang)} placed, ${whole(objective, lang)} points, at most ${whole(bound, lang)} possible, gap ${percent(gap, lang)}`;
}
