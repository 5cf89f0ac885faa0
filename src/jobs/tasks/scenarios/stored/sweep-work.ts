/** A sweep: a part is a strand of neighbouring points. */
import { z } from 'zod';
import type { Failure } from '../../../../errors.ts';
import { digestOf } from '../../../../matching/digest.ts';
import { runStrand } from '../../../../scenarios/sweep/run-strand.ts';
import { strandsOf } from '../../../../scenarios/sweep/strands.ts';
import { sweepOf, variesEquityOnly } from '../../../../scenarios/sweep/sweep.ts';
import { sweepSchema } from '../../../../scenarios/sweep/sweep-format.ts';
import type { Ground, RunOrder } from '../../../scenarios/order.ts';
import { parametersOf, type QuestionOf } from '../../../scenarios/question.ts';
import type { TaskRun } from '../../../task.ts';
import { solverWith } from '../settings.ts';
import { solveToday, solveWithoutEquity } from '../today.ts';
import { doneParts, type Work } from './work.ts';

const strandPoints = z.array(sweepSchema.shape.points.element);

export async function sweepWork(
  question: QuestionOf<'sweep'>,
  { policy }: RunOrder,
  { region }: Ground,
  task: TaskRun,
): Promise<Work | Failure> {
  const { seed, gap } = question;
  const parameters = parametersOf(question);
  const strands = strandsOf(parameters);
  const today = await solveToday(region, policy, question, task);
  if (today.status === 'failed') return today;
  const { carried } = today;
  return {
    part: async (part, run) => {
      const asked = { region, policy, parameters, strand: strands[part], seed, carried };
      const points = await runStrand(asked, solverWith(question, run));
      return run.signal.aborted ? null : points;
    },
    together: async (parts, run) => {
      const points = doneParts(parts, strandPoints).flat();
      if (points.length === 0) return null;
      const withoutEquity =
        variesEquityOnly(parameters) && !run.signal.aborted
          ? await solveWithoutEquity(region, policy, question, carried, run)
          : null;
      return sweepOf(
        { region: region.name, digest: digestOf(region, policy), seed, gap, parameters },
        points,
        withoutEquity,
      );
    },
  };
}
