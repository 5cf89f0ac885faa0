/** A part of a policy, as an edit sets it: values by their paths, where a path without a value leaves what the region has. */

export function valueAt(from: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return from;
  return isRecord(from) && Object.hasOwn(from, key) ? valueAt(from[key], rest) : undefined;
}

/** With the value at the path; undefined takes it out, and with it whatever then holds nothing. */
export function withValue(
  into: unknown,
  path: readonly [string, ...string[]],
  value: unknown,
): Readonly<Record<string, unknown>> {
  const [key, next, ...rest] = path;
  const { [key]: before, ...others } = isRecord(into) ? into : {};
  const after = next === undefined ? value : withValue(before, [next, ...rest], value);
  const isNothing = after === undefined || (isRecord(after) && Object.keys(after).length === 0);
  return isNothing ? others : { ...others, [key]: after };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
