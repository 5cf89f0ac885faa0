/** A scenario@1 by path, and the regions that its edits take districts from, whose paths are relative to the scenario's own folder. */
import { dirname, isAbsolute, join } from 'node:path';
import type { Region } from '../../domain/region.ts';
import { type Failure, failure } from '../../errors.ts';
import { check } from '../../input-faults.ts';
import { type Scenario, scenarioSchema, sourcesOf } from '../../scenarios/scenario-format.ts';
import { otherKind } from './kinds.ts';
import { openRegion } from './open-input.ts';
import { readJson } from './read-json.ts';

export interface OpenedScenario {
  readonly status: 'opened';
  readonly scenario: Scenario;
  readonly sources: ReadonlyMap<string, Region>;
}

export async function openScenario(path: string): Promise<OpenedScenario | Failure> {
  const json = await readJson(path);
  if (json.status === 'failed') return json;
  const other = otherKind(path, json.value, 'scenario');
  if (other) return other;
  const checked = check(scenarioSchema, json.value, path);
  if (checked.status === 'faulty') {
    const detail = { sv: `${path} är inte ett scenario.`, en: `${path} is not a scenario.` };
    return failure('input_refused', detail, checked.faults);
  }
  const sources = new Map<string, Region>();
  for (const named of sourcesOf(checked.value)) {
    const opened = await openRegion(isAbsolute(named) ? named : join(dirname(path), named));
    if (opened.status === 'failed') return opened;
    sources.set(named, opened.region);
  }
  return { status: 'opened', scenario: checked.value, sources };
}
