/** What one more place is worth: a part is every so-manieth place, so that the parts are alike. */
import { z } from 'zod';
import type { Failure } from '../../../../errors.ts';
import { placesOf } from '../../../../scenarios/worth/places.ts';
import { rankWorth } from '../../../../scenarios/worth/rank-worth.ts';
import { baseOf, worthOf } from '../../../../scenarios/worth/worth.ts';
import { type PlaceWorth, worthSchema } from '../../../../scenarios/worth/worth-format.ts';
import type { Ground, RunOrder } from '../../../scenarios/order.ts';
import { partsOf, type QuestionOf } from '../../../scenarios/question.ts';
import type { TaskRun } from '../../../task.ts';
import { solverWith } from '../settings.ts';
import { solveToday } from '../today.ts';
import { doneParts, type Work } from './work.ts';

const partOfPlaces = z.array(worthSchema.shape.places.element);

export async function worthWork(
  question: QuestionOf<'worth'>,
  { policy }: RunOrder,
  { region }: Ground,
  task: TaskRun,
): Promise<Work | Failure> {
  // Today's own gap adds to every interval, so it is proven as far as its limits allow.
  const today = await solveToday(region, policy, { ...question, gap: 0 }, task);
  if (today.status === 'failed') return today;
  const base = baseOf(region, policy, question.seed, { carried: today.carried, today });
  const places = placesOf(base.choices, question.of);
  const parts = partsOf(question, 0);
  return {
    part: async (part, run) => {
      const found: PlaceWorth[] = [];
      for (const place of places.filter((_, i) => i % parts === part)) {
        const worth = run.signal.aborted ? null : await worthOf(base, place, solverWith(question, run));
        if (worth === null || run.signal.aborted) return null;
        found.push(worth);
      }
      return found;
    },
    together: async (done) => {
      const found = doneParts(done, partOfPlaces).flat();
      return found.length === 0 && places.length > 0 ? null : rankWorth(region.name, today, found);
    },
  };
}
