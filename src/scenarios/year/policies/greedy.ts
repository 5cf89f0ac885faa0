/** As they come: whoever has waited longest takes the best of their options that is free, at once. */
import type { Person } from '../drawn-year.ts';
import type { Kinds } from '../kinds.ts';
import type { Choice, Choose } from '../weeks.ts';

export function greedy(kinds: Kinds, people: readonly Person[]): Choose {
  return async ({ waiting, free: now }) => {
    const free = now.slice();
    const picks: Choice[] = [];
    for (const person of waiting) {
      const { kind } = people[person];
      for (let option = kinds.start[kind]; option < kinds.start[kind + 1]; option++) {
        const [team, group] = [kinds.team[option], kinds.group[option]];
        if (free[team] === 0 || free[group] === 0) continue;
        free[team]--;
        free[group]--;
        picks.push({ person, option });
        break;
      }
    }
    return picks;
  };
}
