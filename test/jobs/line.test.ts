import { expect, test } from 'vitest';
import { createLine, type Line, type Place } from '../../src/jobs/line.ts';

function enter(line: Line): Place {
  const place = line.enter();
  if (place.status === 'full') throw new Error('full');
  return place;
}

/** Whose turn it is, in the order in which it came. */
function watch(places: readonly Place[]): number[] {
  const begun: number[] = [];
  for (const [i, { turn }] of places.entries()) turn.then(() => begun.push(i));
  return begun;
}

test('first come, first served; who leaves the line is passed over', async () => {
  const line = createLine(1, 4, () => 0);
  const places = [enter(line), enter(line), enter(line), enter(line)];
  const begun = watch(places);
  await null;
  expect(begun).toEqual([0]);
  places[1]?.leave();
  places[0]?.leave();
  await null;
  expect(begun).toEqual([0, 2]);
  places[2]?.leave();
  await null;
  expect(begun).toEqual([0, 2, 3]);
});

test('two threads serve two at once', async () => {
  const line = createLine(2, 3, () => 0);
  const places = [enter(line), enter(line), enter(line)];
  const begun = watch(places);
  await null;
  expect(begun).toEqual([0, 1]);
});

test('a full line says when a place is likely to be free: by the age of the oldest job, then by how long jobs took', () => {
  let nowMs = 0;
  const line = createLine(2, 2, () => nowMs);
  const first = enter(line);
  nowMs = 4_000;
  enter(line);
  nowMs = 10_000;
  expect(line.enter()).toEqual({ status: 'full', retryAfterMs: 5_000 });
  first.leave();
  enter(line);
  nowMs = 60_000;
  expect(line.enter()).toEqual({ status: 'full', retryAfterMs: 5_000 });
});
