/** Draws the lottery of a proposal anew, so often as asked for, the proposal's own drawing the first. */
import { solveCanonical } from '../../../solver/solve.ts';
import { type Failure, failure } from '../../errors.ts';
import { type Drawing, type Drawn, drawAnew } from '../../matching/draw-anew.ts';
import type { TaskRun } from '../task.ts';

/** The question that a proposal answered, and the seed that it was drawn with. */
export interface Lottery extends Drawn {
  readonly seed: number;
  /**
   * What the seed gave: a question that gives something else with it is not the proposal's. Null where the question is kept with the proposal,
   * and is known to be its own.
   */
  readonly proposed: Drawing | null;
}

interface Redrawn {
  readonly status: 'drawn';
  readonly drawings: readonly Drawing[];
}

export async function redraw(
  { seed, proposed, ...question }: Lottery,
  draws: number,
  run: TaskRun,
): Promise<Redrawn | Failure> {
  const drawings: Drawing[] = [];
  const solve: Parameters<typeof drawAnew>[2] = (canonical, asked) =>
    solveCanonical(canonical, { ...asked, now: run.now, signal: run.signal });
  for await (const drawing of drawAnew(question, seedsFrom(seed, draws), solve)) {
    if (run.signal.aborted) return stopped;
    if (drawings.length === 0 && proposed !== null && !isSame(drawing, proposed)) return notTheSame;
    drawings.push(drawing);
    run.onStage?.({ stage: 'part', finished: drawings.length, of: draws });
  }
  return { status: 'drawn', drawings };
}

/** The seed itself, and then others from 0 up. */
function seedsFrom(seed: number, count: number): readonly number[] {
  const others = Array.from({ length: count }, (_, other) => other).filter((other) => other !== seed);
  return [seed, ...others].slice(0, count);
}

function isSame(one: Drawing, other: Drawing): boolean {
  return one.size === other.size && [...one].every(([person, team]) => other.get(person) === team);
}

const stopped = failure('interrupted', {
  sv: 'Lottningen drogs inte om så många gånger som behövs.',
  en: 'The lottery was not drawn as often as is needed.',
});

const notTheSame = failure('refused', {
  sv: 'Med förslagets eget frö blir paren inte desamma, så lottningen kan inte dras om. Förslaget avbröts av tiden, gjordes med andra inställningar eller en annan version, eller någon i det har raderats.',
  en: "With the proposal's own seed the pairs are not the same, so the lottery cannot be drawn anew. The proposal was ended by the clock, was made with other settings or another version, or somebody in it has been erased.",
});
