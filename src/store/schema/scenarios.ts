/** Scenarios in versions, what was asked of them, and what came of it. Nothing in these tables is about one person. */
import type {
  Fixed,
  FixedDefault,
  FixedJson,
  Given,
  Optional,
  OptionalFixed,
  OptionalJson,
} from './columns.ts';

export type ScenarioRunKind = 'run' | 'worth' | 'sweep' | 'capacity' | 'simulate';

export interface ScenarioTable {
  readonly id: FixedDefault<string>;
  readonly region: Fixed<string>;
  /** Of the newest version, in Swedish; no two of a region that are in use have the same. */
  readonly name: string;
  readonly created_at: FixedDefault<Date>;
  readonly created_by: OptionalFixed<string>;
  readonly archived_at: Optional<Date>;
}

/** Written once. */
export interface ScenarioVersionTable {
  readonly id: Given<number>;
  readonly scenario: Fixed<string>;
  readonly region: Fixed<string>;
  readonly number: Fixed<number>;
  /** What its edits were written for. */
  readonly region_version: Fixed<number>;
  readonly policy: Fixed<number>;
  /** scenario@1. */
  readonly document: FixedJson;
  readonly created_at: FixedDefault<Date>;
  readonly created_by: OptionalFixed<string>;
}

export interface ScenarioRunTable {
  readonly id: FixedDefault<string>;
  readonly region: Fixed<string>;
  readonly region_version: Fixed<number>;
  readonly policy: Fixed<number>;
  readonly kind: Fixed<ScenarioRunKind>;
  /** What was asked, with how it is to be solved and the seed. */
  readonly question: FixedJson;
  /** The run whose question this one asks again. */
  readonly repeats: OptionalFixed<string>;
  readonly requested_at: FixedDefault<Date>;
  readonly requested_by: OptionalFixed<string>;
  /** How many of those that it reads had been erased when it was answered; this and what follows are null before. */
  readonly erased: Optional<number>;
  /** False where somebody stopped it: the result is of the parts that were done. */
  readonly complete: Optional<boolean>;
  readonly result: OptionalJson;
  /** SHA-256 of the result's text. */
  readonly digest: Optional<string>;
}

/** The versions of scenarios that a run was asked about, in their order. */
export interface ScenariosOfRunTable {
  readonly run: Fixed<string>;
  readonly position: Fixed<number>;
  readonly scenario_version: Fixed<number>;
}

/** Another region's version that a run's edits take a district from, under the name by which they do. */
export interface SourcesOfRunTable {
  readonly run: Fixed<string>;
  readonly name: Fixed<string>;
  readonly region_version: Fixed<number>;
}

/** A piece of a run, which knows nothing of the others: its result once it is done, gone with the run's own. */
export interface PartsOfRunTable {
  readonly run: Fixed<string>;
  readonly part: Fixed<number>;
  readonly result: OptionalJson;
}
