/** The policy that a region is matched by: a file of its own, the region's, or the default. */
import { defaultPolicy, type Policy, policySchema } from '../../domain/policy.ts';
import type { Region } from '../../domain/region.ts';
import { type Failure, failure } from '../../errors.ts';
import { check } from '../../input-faults.ts';
import { otherKind } from './kinds.ts';
import { readJson } from './read-json.ts';

/** The policy of the file, or where none is named the region's own. */
export async function policyFor(region: Region, path: string | null): Promise<Policy | Failure> {
  if (path === null) return region.policy ?? defaultPolicy;
  const json = await readJson(path);
  if (json.status === 'failed') return json;
  const other = otherKind(path, json.value, 'policy');
  if (other) return other;
  const checked = check(policySchema, json.value, path);
  if (checked.status === 'valid') return checked.value;
  return failure(
    'input_refused',
    { sv: `${path} är inte en policy.`, en: `${path} is not a policy.` },
    checked.faults,
  );
}
