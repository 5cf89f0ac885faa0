import { expect, test } from 'vitest';
import { nestsDeeper } from '../../src/jobs/json-depth.ts';

test.each<[string, number]>([
  ['[]', 1],
  ['[[], {"a": [1]}]', 3],
  ['["[[[[", "\\"[[", "\\\\"]', 1],
  ['{"[{": {"b": "]"}}', 2],
])('%s nests %i deep', (json, depth) => {
  expect(nestsDeeper(json, depth)).toBe(false);
  expect(nestsDeeper(json, depth - 1)).toBe(true);
});
