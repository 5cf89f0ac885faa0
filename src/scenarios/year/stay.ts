/** How long somebody stays: the whole programme, or until they leave early, with the same chance each week. */
import type { YearSetting } from './setting.ts';

export interface Stays {
  /** Weeks of a whole programme, the most that a stay has. */
  readonly programme: number;
  /** Weeks that are left to somebody who has been there for `been` weeks, at least one; by what is drawn in [0, 1). */
  readonly rest: (been: number, uniform: number) => number;
  /** Weeks that somebody has been there whom one meets in a place on any day. */
  readonly been: (uniform: number) => number;
  /** The share of those who start who are still there after so many weeks. */
  readonly left: (weeks: number) => number;
}

export function staysOf({ programme_weeks: programme, leaving }: YearSetting): Stays {
  // Who is there in the last week has not left early: kept ^ (programme - 1) is the share of them.
  const kept = programme === 1 ? 1 : (1 - leaving.left / leaving.of) ** (1 / (programme - 1));
  const left = (weeks: number): number => (weeks >= programme ? 0 : kept ** weeks);
  const met = Float64Array.from({ length: programme }, (_, week) => left(week));
  const all = met.reduce((sum, share) => sum + share, 0);
  return {
    programme,
    left,
    been: (uniform) => {
      let over = uniform * all;
      let week = 0;
      while (week < programme - 1 && over >= met[week]) over -= met[week++];
      return week;
    },
    rest: (been, uniform) => {
      const whole = programme - been;
      return kept === 1 ? whole : Math.min(whole, 1 + Math.floor(Math.log1p(-uniform) / Math.log(kept)));
    },
  };
}
