/** participants_leave: so many fewer people, drawn by the seed among those asked for, with every row about them. */
import { z } from 'zod';
import { draw } from '../../../solver/lottery.ts';
import { type Edited, edited, refuse, type State } from './edit.ts';
import { peopleFields, testsOf } from './people.ts';
import { without } from './remove.ts';

export const participantsLeaveSchema = z.strictObject({
  kind: z.literal('participants_leave'),
  count: z.int().min(1).max(100_000),
  ...peopleFields,
});

export function participantsLeave(state: State, edit: z.infer<typeof participantsLeaveSchema>): Edited {
  const { region } = state;
  const tests = testsOf(edit, region);
  const pool = region.participants.filter((row) => tests.every((test) => test(row)));
  if (pool.length < edit.count) {
    return refuse('count', String(edit.count), {
      sv: `bara ${pool.length} sådana väntar`,
      en: `only ${pool.length} such people wait`,
    });
  }
  const drawn = pool
    .map(({ id }) => ({ id, number: draw(edit.seed, id) }))
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
  const leaving = new Set(drawn.slice(0, edit.count).map(({ id }) => id));
  return edited(state, without(region, { participants: leaving }));
}
