/** Problems for the commands: an easy one, one that cannot be, and two that are hard on purpose. */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { createProblemBuilder } from '../../solver/builder.ts';
import type { Problem } from '../../solver/problem.ts';
import { writeProblem } from '../../solver/problem-json.ts';

/** Two people want the one seat; Bo is worth more. */
export function oneSeat(): Problem {
  const builder = createProblemBuilder();
  const seat = builder.constraint('seat', 1);
  for (const [id, score] of [
    ['ann', 3],
    ['bo', 5],
  ] as const) {
    builder.option(builder.participant(id), score);
    builder.use(seat, 1);
  }
  return builder.build();
}

/** Two people must both be placed, in one seat. */
export function tooFewSeats(): Problem {
  const builder = createProblemBuilder();
  const seat = builder.constraint('seat', 1);
  for (const id of ['ann', 'bo']) {
    const placed = builder.constraint(`lock ${id}`, -1);
    builder.option(builder.participant(id), 1);
    builder.use(seat, 1);
    builder.use(placed, -1);
  }
  return builder.build();
}

/** A fixed sequence without pattern (the minimal standard generator of Park and Miller, 1988). */
function numbers(most: number): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
}

/** A knapsack of many dimensions: something good is found at once, and the gap stays open for hours. */
export function openGap(): Problem {
  const builder = createProblemBuilder();
  const next = numbers(1000);
  const rows = Array.from({ length: 30 }, (_, r) => builder.constraint(`budget ${r}`, 25_000));
  for (let p = 0; p < 100; p++) {
    builder.option(builder.participant(`p${p}`), 500 + next());
    for (const row of rows) builder.use(row, 1 + next());
  }
  return builder.build();
}

/** Market split (Cornuéjols and Dawande 1998): whether anything meets the rows takes ages to find out. */
export function hardToMeet(): Problem {
  const builder = createProblemBuilder();
  const next = numbers(100);
  const amounts = Array.from({ length: 6 }, () => Array.from({ length: 50 }, next));
  const rows = amounts.map((row, r) => {
    const half = Math.floor(row.reduce((sum, amount) => sum + amount, 0) / 2);
    return [builder.constraint(`at most ${r}`, half), builder.constraint(`at least ${r}`, -half)] as const;
  });
  for (let p = 0; p < 50; p++) {
    builder.option(builder.participant(`p${p}`), 1);
    for (const [r, [most, least]] of rows.entries()) {
      builder.use(most, amounts[r][p]);
      builder.use(least, -amounts[r][p]);
    }
  }
  return builder.build();
}

/** Writes a problem as a file, compressed where the name ends in .gz; returns its path. */
export function writeProblemFile(path: string, problem: Problem): string {
  const text = [...writeProblem(problem)].join('');
  writeFileSync(path, path.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}
