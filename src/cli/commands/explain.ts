/** explain REGION PROPOSAL --participant ID [--team ID]: why this place, or none; and why not that team. */
import { Command } from 'commander';
import type { Failure } from '../../errors.ts';
import type { Explanation } from '../../matching/explain/explanation-format.ts';
import { describeExplanation } from '../explanation-text.ts';
import { askThread } from '../in-thread.ts';
import { addSolveOptions, policyHelp, readSolveOptions, regionHelp, type SolveRequest } from '../options.ts';
import { type Terminal, tellFailure } from '../terminal.ts';
import { checkWritable, writeOutput } from '../write-output.ts';

interface Given {
  readonly participant: string;
  readonly team?: string;
  readonly policy?: string;
}

export function explainCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  const sv = terminal.lang === 'sv';
  const command = new Command('explain')
    .description(
      sv ? 'Förklarar vad ett förslag ger en deltagare.' : 'Explains what a proposal gives a participant.',
    )
    .argument('<region>', regionHelp[terminal.lang])
    .argument('<proposal>', sv ? 'förslag' : 'proposal')
    .requiredOption('--participant <id>', sv ? 'om vem' : 'about whom')
    .option('--team <id>', sv ? 'varför inte detta arbetslag' : 'why not this team')
    .option('--policy <file>', policyHelp[terminal.lang]);
  return addSolveOptions(command, terminal.lang).action(
    async (region: string, proposal: string, given: Given) => {
      const request = readSolveOptions(given);
      if ('status' in request) return done(tellFailure(terminal, request));
      const blocked = request.out === null ? null : await checkWritable(request.out);
      const explained = blocked ?? (await explainFiles(terminal, { region, proposal, given, request }));
      done('code' in explained ? tellFailure(terminal, explained) : await tell(terminal, explained, request));
    },
  );
}

interface Asked {
  readonly region: string;
  readonly proposal: string;
  readonly given: Given;
  readonly request: SolveRequest;
}

function explainFiles(
  terminal: Terminal,
  { region, proposal, given, request }: Asked,
): Promise<Explanation | Failure> {
  const { engine, gap, seed, timeLimitMs } = request;
  const { participant, team, policy = null } = given;
  const question = { participant, ...(team !== undefined && { team }) };
  const settings = { engine, gap, seed, timeLimitMs };
  const input = { region, policy, proposal, question, settings };
  return askThread(terminal, 'explainFiles', input, timeLimitMs);
}

async function tell(
  terminal: Terminal,
  explanation: Explanation,
  { out, json }: SolveRequest,
): Promise<number> {
  const text = `${JSON.stringify(explanation, null, 2)}\n`;
  const unwritten = out === null ? null : await writeOutput(out, [text]);
  if (unwritten) return tellFailure(terminal, unwritten);
  terminal.result(json ? text.trimEnd() : describeExplanation(explanation, terminal.lang));
  return 0;
}
