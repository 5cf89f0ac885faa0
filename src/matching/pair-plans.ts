import type { Policy } from '../domain/policy.ts';
import { type TravelTable, travelMinutes } from '../domain/travel.ts';
import { leftBySfi, minutesOf, type Week } from '../domain/week.ts';
import type { GroupFacts, TeamFacts, UnitFacts } from './place-facts.ts';

/**
 * What a team and an SFI group leave together, whoever the participant is. There are too many pairs in a country to keep them all (10,000
 * teams x 1,500 groups), so only the latest of each SFI group is kept: whoever goes through the options goes team by team.
 */
interface PairPlan {
  /** The team's time less SFI and the ways between (domain/week.ts, step 2), and how many minutes that is. */
  readonly left: Week;
  readonly leftMinutes: number;
  /** The longer of the two ways between team and SFI group where both meet on some weekday; 0 where nobody has to go from one to the other. */
  readonly leg: number;
}

export type PairPlans = (team: number, sfi: number) => PairPlan;

const NONE: PairPlan = { left: new Int32Array(0), leftMinutes: 0, leg: 0 };

interface Sources {
  readonly travel: TravelTable;
  readonly rule: Policy['travel'];
  readonly units: UnitFacts;
  readonly teams: TeamFacts;
  readonly groups: GroupFacts;
}

export function createPairPlans(sources: Sources): PairPlans {
  const groups = sources.groups.week.length;
  // Per SFI group the team that its plan was made for: nothing has to be cleared between teams, and the array stays dense.
  const madeFor = new Int32Array(groups).fill(-1);
  const plans: PairPlan[] = Array.from({ length: groups }, () => NONE);
  return (team, sfi) => {
    if (madeFor[sfi] !== team) {
      madeFor[sfi] = team;
      plans[sfi] = pairPlan(sources, team, sfi);
    }
    return plans[sfi];
  };
}

function pairPlan({ travel, rule, units, teams, groups }: Sources, team: number, sfi: number): PairPlan {
  if ((teams.weekdays[team] & groups.weekdays[sfi]) === 0) {
    return { left: teams.week[team], leftMinutes: minutesOf(teams.week[team]), leg: 0 };
  }
  const unit = teams.unit[team];
  const toSfi = travelMinutes(travel, rule, units.place, unit, groups.place, sfi);
  const fromSfi = travelMinutes(travel, rule, groups.place, sfi, units.place, unit);
  const left = leftBySfi(teams.week[team], groups.week[sfi], toSfi, fromSfi);
  return { left, leftMinutes: minutesOf(left), leg: Math.max(toSfi, fromSfi) };
}
