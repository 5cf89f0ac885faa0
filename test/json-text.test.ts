import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from '../src/json-text.ts';

test('reads back as what it was, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  const tricky = { text: '[1, 2]', list: [1, 2.5e-7, -3], nested: [[1, 2], [3]] };
  expect(JSON.parse(jsonText(tricky))).toEqual(tricky);
});

test('a list of numbers takes one line', () => {
  expect(jsonText({ prices: [0, 1.5, 1e-7] })).toBe('{\n  "prices": [0,1.5,1e-7]\n}\n');
});
