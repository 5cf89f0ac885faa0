/** The example regions, and scenarios in short. */
import { join } from 'node:path';
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts';
import type { Region } from '../../src/domain/region.ts';
import { readRegion } from '../../src/files/read-region.ts';
import { applyScenario } from '../../src/scenarios/apply-scenario.ts';
import { type Scenario, scenarioSchema } from '../../src/scenarios/scenario-format.ts';

export async function example(
  name: 'farsta-2004' | 'farsta-skarholmen',
): Promise<{ region: Region; policy: Policy }> {
  const reading = await readRegion(join(import.meta.dirname, '..', '..', 'data', name));
  if (reading.status === 'refused') throw new Error('the example does not read');
  return { region: reading.region, policy: reading.region.policy ?? defaultPolicy };
}

/** A scenario of these edits, parsed as one from a file is. */
export function scenarioOf(...edits: readonly object[]): Scenario {
  return scenarioSchema.parse({
    format: 'resursutbyte/scenario@1',
    name: { sv: 'prov', en: 'trial' },
    edits,
  });
}

/** The region and policy after edits that must be possible. */
export function editedBy(
  region: Region,
  policy: Policy,
  ...edits: readonly object[]
): { region: Region; policy: Policy } {
  const applied = applyScenario(region, policy, scenarioOf(...edits));
  if (applied.status === 'conflict') throw new Error(JSON.stringify(applied.faults));
  return applied;
}
