/** The engines, by name, in plain sight. */
import { greedy } from './greedy.ts';
import { highs } from './highs.ts';
import { priced } from './priced.ts';
import { simplex } from './simplex.ts';

export const engines = { greedy, highs, priced, simplex } as const;

export type EngineName = keyof typeof engines;

export const engineNames: readonly EngineName[] = ['greedy', 'highs', 'priced', 'simplex'];
