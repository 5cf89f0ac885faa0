/** The year ahead: a part is some of the years. */
import { z } from 'zod';
import type { Failure } from '../../../../errors.ts';
import { kindsOf } from '../../../../scenarios/year/kinds.ts';
import { simulateRun } from '../../../../scenarios/year/run.ts';
import { type Run, runSchema } from '../../../../scenarios/year/run-format.ts';
import { summarise } from '../../../../scenarios/year/summarise.ts';
import type { Ground, RunOrder } from '../../../scenarios/order.ts';
import { type QuestionOf, yearsOf } from '../../../scenarios/question.ts';
import { doneParts, type Work } from './work.ts';

const someRuns = z.array(runSchema);

export async function simulateWork(
  question: QuestionOf<'simulate'>,
  { policy }: RunOrder,
  { region }: Ground,
): Promise<Work | Failure> {
  const { setting, seed } = question;
  const kinds = kindsOf(region, policy);
  return {
    part: async (part, run) => {
      const { first, last } = yearsOf(question, part);
      const runs: Run[] = [];
      for (let at = first; at < last; at++) {
        if (run.signal.aborted) return null;
        runs.push(await simulateRun(kinds, setting, region.period.from, seed, at));
      }
      return runs;
    },
    together: async (parts) => {
      const runs = doneParts(parts, someRuns).flat();
      return runs.length === 0 ? null : summarise(region.name, setting, seed, runs);
    },
  };
}
