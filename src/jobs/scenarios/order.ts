/** What a run is worked out from: its question, the region and the policy, its scenarios, and the other regions that they take from. */
import type { Kysely } from 'kysely';
import { type Policy, policySchema } from '../../domain/policy.ts';
import type { Region } from '../../domain/region.ts';
import type { Sources } from '../../scenarios/edits/index.ts';
import { type Scenario, scenarioSchema } from '../../scenarios/scenario-format.ts';
import type { StoreData } from '../../store/open-store.ts';
import { loadRegionVersion } from '../../store/regions/load-region-version.ts';
import type { Database } from '../../store/schema/database.ts';
import { type RunQuestion, runQuestion } from './question.ts';
import { readGiven } from './read-run.ts';

export interface RunOrder {
  readonly run: string;
  readonly question: RunQuestion;
  /** The id of the region's version. */
  readonly version: number;
  readonly policy: Policy;
  readonly scenarios: readonly Scenario[];
  /** Ids of versions, under the names by which edits take districts from them. */
  readonly sources: ReadonlyMap<string, number>;
}

export interface Ground {
  readonly region: Region;
  readonly sources: Sources;
  /** How many of those in them have been erased, who are in neither. */
  readonly erased: number;
}

export async function runOfJob(db: Kysely<Database>, job: string): Promise<string> {
  const { scenario_run } = await db
    .selectFrom('jobs')
    .select('scenario_run')
    .where('id', '=', job)
    .$narrowType<{ scenario_run: string }>()
    .executeTakeFirstOrThrow();
  return scenario_run;
}

export async function readRunOrder(db: Kysely<Database>, run: string): Promise<RunOrder> {
  const { version, policy, question } = await db
    .selectFrom('scenario_runs')
    .innerJoin('policies', 'policies.id', 'scenario_runs.policy')
    .select(['region_version as version', 'policies.policy', 'question'])
    .where('scenario_runs.id', '=', run)
    .executeTakeFirstOrThrow();
  const scenarios = await db
    .selectFrom('scenarios_of_runs')
    .innerJoin('scenario_versions', 'scenario_versions.id', 'scenario_version')
    .select('document')
    .where('run', '=', run)
    .orderBy('position')
    .execute();
  const { sources } = await readGiven(db, run);
  return {
    run,
    question: runQuestion.parse(question),
    version,
    policy: policySchema.parse(policy),
    scenarios: scenarios.map(({ document }) => scenarioSchema.parse(document)),
    sources,
  };
}

/** Cost: linear in the rows of every version that is read. */
export async function loadGround(
  store: StoreData,
  { version, sources }: Pick<RunOrder, 'version' | 'sources'>,
): Promise<Ground> {
  const own = await load(store, version);
  const others = new Map<string, Region>();
  let { erased } = own;
  for (const [name, id] of sources) {
    const other = await load(store, id);
    others.set(name, other.region);
    erased += other.erased;
  }
  return { region: own.region, sources: others, erased };
}

async function load(store: StoreData, version: number): Promise<{ region: Region; erased: number }> {
  const loaded = await loadRegionVersion(store, version);
  if (loaded.status === 'not_found') throw new Error('a run has a version that is not there');
  return { region: loaded.region, erased: loaded.status === 'whole' ? 0 : loaded.erased.length };
}
