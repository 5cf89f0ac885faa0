/** match REGION: a proposal with its proof. */
import { Command } from 'commander';
import { jsonText } from '../../json-text.ts';
import { proposalFailure } from '../../proposal-failure.ts';
import { askThread } from '../in-thread.ts';
import { addSolveOptions, policyHelp, readSolveOptions, regionHelp, type SolveRequest } from '../options.ts';
import { summarise } from '../summary.ts';
import { type Terminal, tellFailure } from '../terminal.ts';
import { checkWritable, writeOutput } from '../write-output.ts';

interface Given {
  readonly policy?: string;
  readonly previous?: string;
}

export function matchCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  const command = new Command('match')
    .description(sv ? 'Föreslår vem som passar var, med bevis.' : 'Proposes who fits where, with proof.')
    .argument('<region>', regionHelp[terminal.lang])
    .option('--policy <file>', policyHelp[terminal.lang])
    .option(
      '--previous <file>',
      sv
        ? 'ett tidigare förslag att behålla så mycket som möjligt av'
        : 'an earlier proposal to keep as much of as possible',
    );
  return addSolveOptions(command, terminal.lang).action(async (path: string, options: Given) => {
    const request = readSolveOptions(options);
    done(
      'status' in request
        ? tellFailure(terminal, request)
        : await matchRegion(terminal, path, options, request),
    );
  });
}

async function matchRegion(
  terminal: Terminal,
  path: string,
  { policy, previous }: Given,
  request: SolveRequest,
): Promise<number> {
  const { engine, gap, seed, timeLimitMs, workLimit, out, json } = request;
  const blocked = out === null ? null : await checkWritable(out);
  if (blocked) return tellFailure(terminal, blocked);
  const files = { region: path, policy: policy ?? null, previous: previous ?? null };
  const settings = { engine, gap, seed, timeLimitMs, ...(workLimit && { workLimit }) };
  const proposal = await askThread(terminal, 'matchFiles', { ...files, settings }, timeLimitMs);
  if (proposal.status === 'failed') return tellFailure(terminal, proposal);
  const text = jsonText(proposal);
  if (out !== null && proposal.status !== 'unknown') {
    const unwritten = await writeOutput(out, [text]);
    if (unwritten) return tellFailure(terminal, unwritten);
  }
  if (json) terminal.result(text.trimEnd());
  else if ('pairs' in proposal) terminal.result(summarise(proposal, terminal.lang));
  const failed = proposalFailure(proposal, terminal.signal.aborted);
  return failed === null ? 0 : tellFailure(terminal, failed);
}
