/** Values that once broke something, and valid values broken with them: for tests that send anything to the API. */
import fc from 'fast-check';

/** Texts that a database, a path or an object may stumble over. */
export const oddText = fc.constantFrom(
  '',
  ' ',
  '__proto__',
  'a\u0000b',
  '\ud800',
  '\u202eä',
  '%',
  "'; --",
  '../..',
  'x'.repeat(3_000),
  '-1',
  '1e9',
  '2147483648',
  'NaN',
);

/** Values of every kind that JSON has. */
export const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  oddText,
  fc.constantFrom<unknown>(-1, 1e308, 0.5, 2 ** 31, 2 ** 53 - 1, null, true, [], {}, [[]], 'p1', '<5'),
  fc.constantFrom<unknown>('2026-02-30', { prices: [1e308] }),
);

/** Every place in a JSON value, as the keys that lead to it. */
function places(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

/** A copy with one place replaced, or taken out where `replacement` is undefined. */
function replaced(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (typeof value !== 'object' || value === null) return replacement;
  const entries = Object.entries(value).flatMap(([name, inner]) => {
    const kept = name === key ? replaced(inner, rest, replacement) : inner;
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** A value with up to three places changed. */
export function broken(value: unknown): fc.Arbitrary<unknown> {
  const change = fc.tuple(fc.constantFrom(...places(value)), fc.option(odd, { nil: undefined }));
  return fc
    .array(change, { maxLength: 3 })
    .map((changes) => changes.reduce((whole, [path, odder]) => replaced(whole, path, odder), value));
}
