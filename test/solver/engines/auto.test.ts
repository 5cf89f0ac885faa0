import { expect, test } from 'vitest';
import { createProblemBuilder } from '../../../solver/builder.ts';
import { chooseEngine } from '../../../solver/engines/auto.ts';

test.each([
  [1, 'priced'],
  [93, 'priced'],
  [2000, 'priced'],
] as const)('%i people are for %s, and both languages say how many', (people, name) => {
  const builder = createProblemBuilder();
  for (let p = 0; p < people; p++) builder.participant(`p${p}`);
  const { engine, reason } = chooseEngine(builder.build());
  expect(engine.name).toBe(name);
  expect(reason.sv).toContain(`${people} deltagare`);
  expect(reason.en).toContain(`${people} participants`);
});
