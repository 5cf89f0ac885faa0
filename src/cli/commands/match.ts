/** match REGION: a proposal with its proof. */
import { Command } from 'commander';
import { type Failure, failure } from '../../errors.ts';
import { jsonText } from '../../json-text.ts';
import { match } from '../../matching/match.ts';
import type { PreviousPair } from '../../matching/previous.ts';
import { proposalFailure } from '../../proposal-failure.ts';
import { openRegion } from '../open-input.ts';
import { policyFor, policyHelp } from '../open-policy.ts';
import { openProposal } from '../open-proposal.ts';
import { addSolveOptions, readSolveOptions, type SolveRequest } from '../options.ts';
import { withSolver } from '../solving.ts';
import { summarise } from '../summary.ts';
import { type Terminal, tellFailure, tellNotes } from '../terminal.ts';
import { checkWritable, writeOutput } from '../write-output.ts';

interface Given {
  readonly policy?: string;
  readonly previous?: string;
}

export function matchCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  const command = new Command('match')
    .description(sv ? 'Föreslår vem som passar var, med bevis.' : 'Proposes who fits where, with proof.')
    .argument('<region>', sv ? 'mapp, zip eller JSON' : 'folder, zip or JSON')
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
  { policy: policyPath, previous: previousPath }: Given,
  request: SolveRequest,
): Promise<number> {
  const { engine, gap, seed, timeLimitMs, out, json } = request;
  const blocked = out === null ? null : await checkWritable(out);
  if (blocked) return tellFailure(terminal, blocked);
  const opened = await openRegion(path);
  if (opened.status === 'failed') return tellFailure(terminal, opened);
  const { region, notes } = opened;
  const policy = await policyFor(region, policyPath ?? null);
  if ('status' in policy) return tellFailure(terminal, policy);
  const previous = previousPath === undefined ? [] : await previousPairs(previousPath);
  if ('status' in previous) return tellFailure(terminal, previous);
  tellNotes(terminal, notes);
  const proposal = await withSolver(terminal, timeLimitMs, (solve) =>
    match(region, policy, { engine, gap, seed, timeLimitMs }, solve, previous),
  );
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

async function previousPairs(path: string): Promise<readonly PreviousPair[] | Failure> {
  const proposal = await openProposal(path);
  if (proposal.status === 'failed') return proposal;
  if ('pairs' in proposal)
    return proposal.pairs.map(({ participant, team, sfiGroup }) => ({ participant, team, sfiGroup }));
  return failure('usage', {
    sv: `${path} har inga par att behålla.`,
    en: `${path} has no pairs to keep.`,
  });
}
