/** Participants and records to try follow-up on. */
import { farsta2004 } from '../../data/generator/farsta-2004.ts';
import type { Region } from '../../src/domain/region.ts';
import type { OutcomeRow } from '../../src/domain/tables/followup.ts';
import { type Case, knownOn } from '../../src/followup/case.ts';

export const farsta: Region = farsta2004();
const [somebody] = farsta.participants;

/** A record about `participant` with what is given; reported on 2005-01-01 by a supervisor. */
export function record(
  event: OutcomeRow['event'],
  details: Partial<OutcomeRow> = {},
  participant = somebody.id,
): OutcomeRow {
  return { participant, event, recorded_by: 'supervisor', recorded_on: '2005-01-01', ...details };
}

/** What is known of one woman whose permit is of 2003-01-06, on 2005-12-31. */
export function caseOf(...records: readonly OutcomeRow[]): Case {
  const region = {
    ...farsta,
    participants: [{ ...somebody, gender: 'woman' as const, permit_date: '2003-01-06' }],
  };
  return knownOn('2005-12-31', records, region).cases[0];
}
