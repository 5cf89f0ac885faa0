/**
 * What other engines took on the same instances (seed 1): measured once each on two cores, good to a factor of two, in
 * November 2026. The first price prototype is what this project's engine grew out of.
 */
export interface OtherEngines {
  readonly instance: string;
  /** What is known of it. */
  readonly known: string;
  /** In the order of `otherEngineNames`. */
  readonly figures: readonly [string, string, string, string, string, string];
}

export const otherEngineNames = [
  'HiGHS native',
  'HiGHS WASM',
  'CBC native',
  'CP-SAT (OR-Tools WASM)',
  'javascript-lp-solver',
  'a first price prototype',
] as const;

const none = '-';

export const otherEngines: readonly OtherEngines[] = [
  {
    instance: 'S0 seed 1 full',
    known: 'optimum 43,552',
    figures: ['0.12 s', '0.95 s', none, none, '79 s', none],
  },
  {
    instance: 'S1 seed 1 full',
    known: 'optimum 327,495',
    figures: ['1.6 s', '10 s', '21 s', '38 s', 'no answer', none],
  },
  {
    instance: 'S1 seed 1 base',
    known: 'optimum 327,687',
    figures: ['0.4 s', '1.4 s', '0.8 s', '11 s', 'no answer', '0.2 s to 0.08 %'],
  },
  {
    instance: 'S2 seed 1 base',
    known: 'LP 1,345,835.4',
    figures: [
      '0.097 % in 120 s',
      '0.066 % in 120 s',
      '0.024 % in 120 s',
      'no answer in 120 s',
      'no answer',
      '0.29 % in 7.5 s',
    ],
  },
  {
    instance: 'S2 seed 1 full',
    known: 'LP 1,344,970.0',
    figures: ['0.26 % in 120 s', none, none, none, 'no answer', none],
  },
  {
    instance: 'S3 seed 1 base',
    known: 'LP 6,949,398.06',
    figures: [
      'LP alone 24 s, no answer in 330 s',
      'LP alone 38 s',
      none,
      none,
      'no answer',
      '0.046 % in 145 s',
    ],
  },
  {
    instance: 'S4 seed 1 base',
    known: 'LP 34,815,735.8 to 34,815,813.8',
    figures: ['LP not in 300 s, 1.5 GB', none, none, none, 'no answer', '0.188 % in 280 s'],
  },
];
