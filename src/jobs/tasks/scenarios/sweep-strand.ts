/** sweepStrand: one strand of a sweep, which knows nothing of the others. */
import type { MatchSettings } from '../../../matching/match.ts';
import { runStrand, type StrandQuestion } from '../../../scenarios/sweep/run-strand.ts';
import type { SweepPoint } from '../../../scenarios/sweep/sweep-format.ts';
import type { TaskRun } from '../../task.ts';
import { solverWith } from './settings.ts';

interface Asked extends Omit<StrandQuestion, 'seed'> {
  readonly settings: MatchSettings;
}

/** Its points, or null where somebody stopped it: half a strand is none. */
export async function sweepStrand(
  { settings, ...question }: Asked,
  run: TaskRun,
): Promise<readonly SweepPoint[] | null> {
  const { length } = question.strand;
  const points = await runStrand(
    { ...question, seed: settings.seed },
    solverWith(settings, run),
    (finished) => run.onStage?.({ stage: 'part', finished, of: length }),
  );
  return run.signal.aborted ? null : points;
}
