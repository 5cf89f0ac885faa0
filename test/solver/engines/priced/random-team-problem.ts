/** Random problems of a few dozen people with seats on two sides, a mix in teams, wanted adults and equity. */
import { createProblemBuilder } from '../../../../solver/builder.ts';
import { randomFrom } from '../../../../solver/engines/priced/random.ts';
import type { Problem } from '../../../../solver/problem.ts';

export function teamProblem(seed: number, people: number): Problem {
  const random = randomFrom(seed);
  const whole = (most: number): number => Math.floor(random() * most);
  const builder = createProblemBuilder();
  const teams = Array.from({ length: Math.ceil(people / 5) }, (_, t) => ({
    seats: builder.constraint(`team ${t}`, 4),
    women: builder.constraint(`mix women ${t}`, 0),
    men: builder.constraint(`mix men ${t}`, 0),
    wanted: builder.constraint(`wanted ${t}`, -1, 150),
  }));
  const groups = Array.from({ length: Math.ceil(people / 8) }, (_, g) => builder.constraint(`sfi ${g}`, 8));
  const rate = builder.constraint('equity', 0);
  for (let p = 0; p < people; p++) {
    const person = builder.participant(`p${p}`);
    const woman = random() < 0.6;
    const speaks = random() < 0.3;
    for (let k = 0; k < 8; k++) {
      const team = teams[whole(teams.length)];
      builder.option(person, 300 + whole(400));
      builder.use(team.seats, 1);
      builder.use(groups[whole(groups.length)], 1);
      builder.use(team.women, woman ? -3 : 1);
      builder.use(team.men, woman ? 3 : -17);
      if (speaks) builder.use(team.wanted, -1);
      builder.use(rate, woman ? -4_000_000 : 5_400_000);
    }
  }
  return builder.build();
}
