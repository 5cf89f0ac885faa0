/** simulateYearFiles: from files, named by path, to some runs of a simulated year; the runs of one question are spread over threads. */
import { type Failure, failure } from '../../errors.ts';
import { check } from '../../input-faults.ts';
import { type Kinds, kindsOf } from '../../scenarios/year/kinds.ts';
import { simulateRun } from '../../scenarios/year/run.ts';
import type { Run } from '../../scenarios/year/run-format.ts';
import { type YearSetting, yearSetting } from '../../scenarios/year/setting.ts';
import { otherKind } from '../given/kinds.ts';
import { openRegion } from '../given/open-input.ts';
import { policyFor } from '../given/open-policy.ts';
import { readJson } from '../given/read-json.ts';
import type { TaskRun } from '../task.ts';

interface Asked {
  /** Paths; null for the region's own policy, and for the default setting. */
  readonly region: string;
  readonly policy: string | null;
  readonly setting: string | null;
  readonly seed: number;
  /** The runs firstRun <= run < lastRun. */
  readonly firstRun: number;
  readonly lastRun: number;
}

interface SimulatedRuns {
  readonly status: 'simulated';
  /** The region's name. */
  readonly region: string;
  readonly setting: YearSetting;
  /** Fewer than asked for where somebody stopped it. */
  readonly runs: readonly Run[];
}

export async function simulateYearGiven(asked: Asked, run: TaskRun): Promise<SimulatedRuns | Failure> {
  const opened = await openRegion(asked.region);
  if (opened.status === 'failed') return opened;
  const { region } = opened;
  const policy = await policyFor(region, asked.policy);
  if ('status' in policy) return policy;
  const setting = asked.setting === null ? yearSetting.parse({}) : await settingOf(asked.setting);
  if ('status' in setting) return setting;
  run.onStage?.({ stage: 'read', notes: [] });
  const kinds: Kinds = kindsOf(region, policy);
  const runs: Run[] = [];
  for (let at = asked.firstRun; at < asked.lastRun && !run.signal.aborted; at++) {
    runs.push(await simulateRun(kinds, setting, region.period.from, asked.seed, at));
  }
  return { status: 'simulated', region: region.name, setting, runs };
}

async function settingOf(path: string): Promise<YearSetting | Failure> {
  const json = await readJson(path);
  if (json.status === 'failed') return json;
  const other = otherKind(path, json.value, 'year');
  if (other) return other;
  const checked = check(yearSetting, json.value, path);
  if (checked.status === 'valid') return checked.value;
  return failure(
    'input_refused',
    { sv: `${path} beskriver inget år.`, en: `${path} does not describe a year.` },
    checked.faults,
  );
}
