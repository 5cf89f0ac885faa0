import { expect, test } from 'vitest';
import { askFlatOut, askSteadily } from '../../bench/service/load.ts';

test('of questions at a rate, each is counted as what came of it, and only answers are timed', async () => {
  const statuses = [200, 201, 429, 503, 500, 0];
  let number = 0;
  const answers = await askSteadily(async () => statuses[number++ % 6] ?? 0, 1_000, 60);
  expect(answers).toMatchObject({ asked: 60, refused: 20, failed: 20 });
  expect(answers.medianMs).toBeLessThanOrEqual(answers.p99Ms);
  expect(answers.p99Ms).toBeLessThanOrEqual(answers.mostMs);
});

test('a question that must wait is timed from when it was due', async () => {
  let free = Promise.resolve();
  const oneAtATime = () => {
    const answer = free.then(() => new Promise<number>((resolve) => setTimeout(() => resolve(200), 20)));
    free = answer.then(() => undefined);
    return answer;
  };
  const answers = await askSteadily(oneAtATime, 1_000, 20);
  // The last of twenty comes after 400 ms at least, and was due after 20.
  expect(answers.mostMs).toBeGreaterThan(300);
});

test('so many askers ask at once, and no more', async () => {
  let now = 0;
  let most = 0;
  const answers = await askFlatOut(
    async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now--;
      return 200;
    },
    3,
    30,
  );
  expect(most).toBe(3);
  expect(answers).toMatchObject({ failed: 0, refused: 0 });
});
