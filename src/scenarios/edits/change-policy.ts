/** policy: other weights, tolerances or costs; what is not named stays as it is. */
import { z } from 'zod';
import { policySchema } from '../../domain/policy.ts';
import { type Edited, refuse, type State } from './edit.ts';

export const changePolicySchema = z.strictObject({
  kind: z.literal('policy'),
  /** A part of a policy, of the same form: `{"equity": {"placement_tolerance": 10}}`. */
  set: z.record(z.string(), z.unknown()),
});

export function changePolicy(state: State, { set }: z.infer<typeof changePolicySchema>): Edited {
  const policy = policySchema.safeParse(merged(state.policy, set));
  if (policy.success) return { ...state, policy: policy.data };
  const [issue] = policy.error.issues;
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return refuse(['set', ...issue.path.map(String), ...unknown].join('.'), null, {
    sv: 'det blir ingen policy; README:s tabell säger vad som går',
    en: "that makes no policy; the README's table says what can be set",
  });
}

/** Objects are merged key by key; anything else takes the place of what was there. */
function merged(base: unknown, over: unknown): unknown {
  if (!isObject(base) || !isObject(over)) return over;
  const keys = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, Object.hasOwn(over, key) ? merged(base[key], over[key]) : base[key]]),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
