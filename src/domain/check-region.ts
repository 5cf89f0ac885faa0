/**
 * Checks across the tables of a region, after each row has been parsed by itself: everything that is wrong is reported
 * together, and nothing is half-imported.
 */
import { noteGaps } from './checks/completeness.ts';
import { checkDecisions } from './checks/decisions.ts';
import type { InputProblem } from './checks/input-problem.ts';
import { checkKeys } from './checks/keys.ts';
import { normaliseTables } from './checks/normalise.ts';
import { checkPlausible } from './checks/plausible.ts';
import { checkReferences } from './checks/references.ts';
import { createReport, type RegionSource } from './checks/report.ts';
import { checkTimetable } from './checks/timetable.ts';
import type { RegionTables } from './region.ts';

export interface RegionCheck {
  /** The tables in the form that matching uses: languages as ISO 639-3, background only with consent. */
  readonly tables: RegionTables;
  /** Empty where the region may be used. */
  readonly errors: readonly InputProblem[];
  readonly notes: readonly InputProblem[];
}

/** Checks parsed tables that came from `source`. Cost: about linear in the rows. */
export function checkRegion(read: RegionTables, source: RegionSource): RegionCheck {
  const report = createReport(source);
  const tables = normaliseTables(read, report);
  checkKeys(tables, report);
  checkReferences(tables, source, report);
  checkPlausible(tables, source, report);
  checkTimetable(tables, report);
  checkDecisions(tables, report);
  noteGaps(tables, report);
  return { tables, errors: report.errors(), notes: report.notes() };
}
