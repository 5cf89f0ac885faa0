/**
 * The HiGHS runtime, one a thread, loaded when first asked for. Its memory grows and never shrinks, and a crash inside
 * it leaves it unusable: `withHighs` then drops it, so that the next caller gets a new one.
 */
import { createRequire } from 'node:module';
import type { Highs } from 'highs';

/** The package's types describe its CommonJS build; its ES build has no such default, so the former is loaded. */
const highsModule: typeof import('highs') = createRequire(import.meta.url)('highs');

let loading: Promise<Highs> | undefined;

/** Runs `operation` with the runtime. Models made there must be disposed there. Throws what `operation` throws. */
export async function withHighs<Result>(operation: (highs: Highs) => Result): Promise<Result> {
  loading ??= highsModule.default();
  const current = loading;
  try {
    return operation(await current);
  } catch (error) {
    if (loading === current) loading = undefined;
    throw error;
  }
}
