/** What is known of an instance without running anything: what no honest answer can contradict. */
export interface Known {
  /** Somebody has an assignment worth so much: no honest bound is below. */
  readonly atLeast?: number;
  /** Proven, or the relaxation's value: no honest objective is above. */
  readonly atMost?: number;
  /** The value of the linear relaxation, by two independent solvers. */
  readonly relaxation?: number;
  /** Cost = free - points, where the instance is a minimum. */
  readonly free?: number;
}

/** Seed 1: optima proven by HiGHS, relaxations by HiGHS, the best assignments seen rechecked by an independent script. */
export const knownMadeUp: Readonly<Record<string, Known>> = {
  'S0 seed 1 full': { atLeast: 43_552, atMost: 43_552 },
  'S1 seed 1 base': { atLeast: 327_687, atMost: 327_687 },
  'S1 seed 1 full': { atLeast: 327_495, atMost: 327_495 },
  'S2 seed 1 base': { atLeast: 1_345_707, atMost: 1_345_835, relaxation: 1_345_835.44 },
  'S2 seed 1 full': { atLeast: 1_344_461, atMost: 1_344_970, relaxation: 1_344_970.03 },
  'S3 seed 1 base': { atLeast: 6_948_616, atMost: 6_949_398, relaxation: 6_949_398.06 },
  'S3 seed 1 full': { atLeast: 6_943_572, atMost: 6_946_554, relaxation: 6_946_554 },
  'S4 seed 1 base': { atLeast: 34_810_997, atMost: 34_815_740, relaxation: 34_815_738 },
  'S4 seed 1 full': { atLeast: 34_769_686, atMost: 34_801_530, relaxation: 34_801_518 },
};
