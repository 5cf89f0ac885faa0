/** scenarioFiles: any number of scenarios, named by path, run on a region beside today and beside what would be done by hand. */

import type { Region } from '../../../domain/region.ts';
import type { RegionDifference } from '../../../domain/region-difference.ts';
import type { Text } from '../../../domain/text.ts';
import type { Failure } from '../../../errors.ts';
import type { MatchSettings } from '../../../matching/match.ts';
import type { Proposal } from '../../../matching/proposal-format.ts';
import { type Comparison, compare } from '../../../scenarios/compare.ts';
import { runScenarios } from '../../../scenarios/run-scenarios.ts';
import type { Scenario } from '../../../scenarios/scenario-format.ts';
import { openRegion } from '../../given/open-input.ts';
import { policyFor } from '../../given/open-policy.ts';
import { openScenario } from '../../given/open-scenario.ts';
import type { TaskRun } from '../../task.ts';
import { solverWith } from './settings.ts';

interface Asked {
  /** Paths; null for the region's own policy. */
  readonly region: string;
  readonly policy: string | null;
  readonly scenarios: readonly string[];
  readonly settings: MatchSettings;
}

export interface ScenariosRun {
  readonly status: 'run';
  readonly comparison: Comparison;
  /** In the order of the comparison's columns; null where the edits could not be made. */
  readonly outcomes: readonly {
    readonly name: Text;
    readonly changes: RegionDifference | null;
    readonly proposal: Proposal | null;
  }[];
}

export async function runGivenScenarios(asked: Asked, run: TaskRun): Promise<ScenariosRun | Failure> {
  const opened = await openRegion(asked.region);
  if (opened.status === 'failed') return opened;
  const policy = await policyFor(opened.region, asked.policy);
  if ('status' in policy) return policy;
  const scenarios: Scenario[] = [];
  const sources = new Map<string, Region>();
  for (const [i, path] of asked.scenarios.entries()) {
    const given = await openScenario(path);
    if (given.status === 'failed') return given;
    // Two scenarios may use the same words for different places.
    const own = (from: string): string => `${i}:${from}`;
    for (const [from, region] of given.sources) sources.set(own(from), region);
    scenarios.push({
      ...given.scenario,
      edits: given.scenario.edits.map((edit) =>
        edit.kind === 'join_district' && edit.from !== undefined ? { ...edit, from: own(edit.from) } : edit,
      ),
    });
  }
  run.onStage?.({ stage: 'read', notes: opened.notes });
  const given = { region: opened.region, policy, scenarios, sources, seed: asked.settings.seed };
  const outcomes = await runScenarios(given, solverWith(asked.settings, run), (finished, of) =>
    run.onStage?.({ stage: 'part', finished, of }),
  );
  return {
    status: 'run',
    comparison: compare(opened.region.name, outcomes),
    outcomes: outcomes.map((outcome) => ({
      name: outcome.name,
      changes: outcome.changes,
      proposal: outcome.status === 'clash' ? null : outcome.proposal,
    })),
  };
}
