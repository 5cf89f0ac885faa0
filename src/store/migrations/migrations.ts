/** Every migration, in the order in which they run. One that has been released is never changed: a change is a new one. */
import type { Migration } from 'kysely/migration';
import * as people from './0001-people.ts';
import * as personData from './0002-person-data.ts';
import * as regions from './0003-regions.ts';
import * as proposals from './0004-proposals.ts';
import * as jobs from './0005-jobs.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-people': people,
  '0002-person-data': personData,
  '0003-regions': regions,
  '0004-proposals': proposals,
  '0005-jobs': jobs,
};
