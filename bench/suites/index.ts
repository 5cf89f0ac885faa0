/** The suites, by name, in plain sight: one file of cases each. */
import type { Case } from '../harness/case.ts';
import { national } from './national.ts';
import { peerSuite } from './peers.ts';
import { publicSuite } from './public.ts';
import { quick } from './quick.ts';
import { scaling } from './scaling.ts';
import { seeds } from './seeds.ts';
import { standard } from './standard.ts';

export const suites = {
  quick,
  standard,
  seeds,
  national,
  public: publicSuite,
  peers: peerSuite,
  scaling,
} as const satisfies Record<string, readonly Case[]>;

export const suiteNames = ['quick', 'standard', 'seeds', 'national', 'public', 'peers', 'scaling'] as const;
