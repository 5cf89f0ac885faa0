/** Every migration, in the order in which they run. One that has been released is never changed: a change is a new one. */
import type { Migration } from 'kysely/migration';
import { up as people } from './0001-people.ts';
import { up as personData } from './0002-person-data.ts';
import { up as regions } from './0003-regions.ts';
import { up as proposals } from './0004-proposals.ts';
import { up as jobs } from './0005-jobs.ts';
import { up as retention } from './0006-retention.ts';
import { up as scenarioRuns } from './0007-scenario-runs.ts';
import { up as followup } from './0008-followup.ts';
import { up as told } from './0009-told.ts';
import { up as pairChanges } from './0010-pair-changes.ts';
import { up as listed } from './0011-listed.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-people': { up: people },
  '0002-person-data': { up: personData },
  '0003-regions': { up: regions },
  '0004-proposals': { up: proposals },
  '0005-jobs': { up: jobs },
  '0006-retention': { up: retention },
  '0007-scenario-runs': { up: scenarioRuns },
  '0008-followup': { up: followup },
  '0009-told': { up: told },
  '0010-pair-changes': { up: pairChanges },
  '0011-listed': { up: listed },
};
