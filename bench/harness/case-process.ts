/** What runs in the fresh process of a case: build the instance, say so, solve cold, solve warm, report. */
import { applyChange } from '../instances/change.ts';
import type { Case } from './case.ts';
import { type OpenInstance, openInstance } from './open-instance.ts';
import type { CaseReport, Outcome } from './outcome.ts';
import { solveOnce } from './solve-once.ts';

process.once('message', (asked: Case) => {
  run(asked).then(
    (report) => process.send?.({ report }, () => process.exit(0)),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function run(asked: Case): Promise<CaseReport> {
  const instance = await instanceOf(asked);
  const { participants, constraints, participant, useConstraint } = instance.problem;
  process.send?.({ built: true });
  const { outcome: cold, trace } = await solveOnce(instance, asked);
  const warm: Outcome[] = [];
  if (cold.status === 'reached')
    for (let i = 0; i < asked.warmRuns; i++) warm.push((await solveOnce(instance, asked)).outcome);
  return {
    size: {
      participants: participants.length,
      options: participant.length,
      constraints: constraints.length,
      uses: useConstraint.length,
    },
    cold,
    warm,
    trace: [...trace],
  };
}

/** The instance of a case, which takes a solve of its own where it is about a change. */
async function instanceOf(asked: Case): Promise<OpenInstance> {
  const instance = openInstance(asked.instance);
  if (!asked.change) return instance;
  const { answer } = await solveOnce(instance, asked);
  if (!('chosen' in answer)) throw new Error(`error: no answer to change: ${answer.status}`);
  const { problem, ...warm } = applyChange(instance.problem, answer, asked.change);
  return { problem, known: {}, warm };
}
