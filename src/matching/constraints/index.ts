/** Every family of constraints, in plain sight. */
import { districtBalance, unitBalance } from './balance.ts';
import { placementEquity, pointsEquity } from './equity.ts';
import type { Family } from './family.ts';
import { locks } from './lock.ts';
import { mix } from './mix.ts';
import { sfiSeats } from './sfi-seats.ts';
import { supervisors } from './supervisors.ts';
import { teamSeats } from './team-seats.ts';
import { wantedAdults } from './wanted.ts';

export const families: readonly Family[] = [
  teamSeats,
  supervisors,
  sfiSeats,
  wantedAdults,
  placementEquity,
  pointsEquity,
  mix,
  unitBalance,
  districtBalance,
  locks,
];
