/** The engines, by name, in plain sight. */
import type { Engine } from './engine.ts';
import { greedy } from './greedy.ts';
import { highs } from './highs.ts';
import type { EngineName } from './names.ts';
import { priced } from './priced.ts';
import { simplex } from './simplex.ts';

export type { EngineName };

export const engines: Readonly<Record<EngineName, Engine>> = { greedy, highs, priced, simplex };
