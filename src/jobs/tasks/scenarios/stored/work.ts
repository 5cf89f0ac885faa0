/** What a kind of run can do once it is prepared. */
import type { TaskRun } from '../../../task.ts';

export interface Work {
  /** Does one part, to be kept as JSON without anything of a person in it; null where it was stopped: half a part is none. */
  readonly part: (part: number, run: TaskRun) => Promise<unknown>;
  /**
   * What the parts come to, as the commands write it; undefined stands for a part that was not done. Null where nothing can be said. The same
   * parts give the same value.
   */
  readonly together: (parts: readonly unknown[], run: TaskRun) => Promise<unknown>;
}

/** The parts that are done, read back. */
export function doneParts<T>(
  parts: readonly unknown[],
  schema: { readonly parse: (part: unknown) => T },
): readonly T[] {
  return parts.filter((part) => part !== undefined).map((part) => schema.parse(part));
}
