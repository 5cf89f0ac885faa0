import type { Problem } from '../../solver/problem.ts';
import type { Changed } from '../instances/change.ts';
import { buildMadeUp } from '../instances/made-up.ts';
import { readPublic } from '../readers/public.ts';
import { type InstanceName, instanceLabel } from './case.ts';
import { type Known, knownMadeUp } from './known.ts';

export interface OpenInstance {
  readonly problem: Problem;
  readonly known: Known;
  /** An answer to start from, and its prices. */
  readonly warm?: Pick<Changed, 'warmStart' | 'warmPrices' | 'warmCuts'>;
}

/** Builds or reads an instance, with what is known of it. */
export function openInstance(instance: InstanceName): OpenInstance {
  if (instance.source === 'made-up') {
    const { size, seed, rows } = instance;
    return { problem: buildMadeUp(size, seed, rows), known: knownMadeUp[instanceLabel(instance)] ?? {} };
  }
  const { problem, free, optimum } = readPublic(instance.kind, instance.name);
  // Supply is demand in the transport problem, and whole: its relaxation is as good as its optimum.
  const relaxation = instance.kind === 'transport' ? { relaxation: free - optimum } : {};
  return { problem, known: { atLeast: free - optimum, atMost: free - optimum, free, ...relaxation } };
}
