/** Runs a case in fresh processes, one after the other, and ends those that do not end. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { type Case, caseLabel, goalLabel } from './case.ts';
import { type CaseReport, type CaseResult, type Outcome, reportSchema } from './outcome.ts';

const messageSchema = z.union([z.object({ built: z.literal(true) }), z.object({ report: reportSchema })]);

/** How much longer than its time limit a solve may take before it is ended, as a factor and beyond it. */
const GRACE_FACTOR = 1.25;
const GRACE_MS = 5000;

type Ending = { readonly status: 'reported'; readonly report: CaseReport } | Outcome;

/** All runs of a case. A case whose first run does not get anywhere is not repeated. */
export async function runCase(asked: Case): Promise<CaseResult> {
  const cold: Outcome[] = [];
  let last: CaseReport | null = null;
  for (let run = 0; run < asked.runs; run++) {
    const isLast = run === asked.runs - 1;
    const ending = await runProcess({ ...asked, warmRuns: isLast ? asked.warmRuns : 0 });
    cold.push(ending.status === 'reported' ? ending.report.cold : ending);
    if (ending.status === 'reported') last = ending.report;
    if (cold[run].status !== 'reached') break;
  }
  return {
    instance: caseLabel(asked),
    engine: asked.engine,
    goal: goalLabel(asked.goal),
    withinMs: asked.goal.withinMs ?? null,
    timeLimitMs: asked.timeLimitMs,
    size: last?.size ?? null,
    cold,
    warm: last?.warm ?? [],
    trace: last?.trace ?? [],
  };
}

function runProcess(asked: Case): Promise<Ending> {
  const limitMs = asked.timeLimitMs * GRACE_FACTOR + GRACE_MS;
  return new Promise((resolve) => {
    const child = fork(join(import.meta.dirname, 'case-process.ts'), {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let ending: Ending | null = null;
    let timer: NodeJS.Timeout | undefined;
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      complaint = `${complaint}${chunk.toString()}`.slice(0, 2000);
    });
    child.on('message', (raw) => {
      const message = messageSchema.parse(raw);
      if ('report' in message) {
        ending = { status: 'reported', report: message.report };
        return;
      }
      timer = setTimeout(
        () => {
          ending = { status: 'timeout', ms: limitMs };
          child.kill('SIGKILL');
        },
        limitMs * (1 + asked.warmRuns),
      );
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(ending ?? { status: 'failed', why: reason(complaint, code) });
    });
    child.send(asked);
  });
}

/** The sentence of an error, without the places in files that follow it. */
function reason(complaint: string, code: number | null): string {
  const sentence = complaint.split('\n').find((line) => /error/i.test(line)) ?? complaint.split('\n')[0];
  return `exit ${code}: ${sentence}`.slice(0, 200);
}
