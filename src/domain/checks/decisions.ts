/** Decisions do not contradict each other: a person has at most one lock, and it is not turned down. */
import type { RegionTables } from '../region.ts';
import type { DecisionRow } from '../tables/participants.ts';
import type { Report } from './report.ts';

/** Reports decisions that cannot all hold. */
export function checkDecisions(tables: RegionTables, report: Report): void {
  const locks = new Map<string, number>();
  tables.decisions.forEach((row, index) => {
    if (row.decision === 'turned_down' && row.reason === '')
      report.error('decisions', index, 'reason', null, () => ({
        sv: 'förväntat ett skäl till att det avböjdes',
        en: 'expected the reason why it was turned down',
      }));
    if (row.override === true) checkOverride(row, index, report);
    if (row.decision !== 'lock') return;
    if (row.team === undefined && row.sfi_group === undefined)
      report.error('decisions', index, 'team', null, () => ({
        sv: 'förväntat det arbetslag eller den sfi-grupp som låses',
        en: 'expected the team or SFI group that is locked',
      }));
    const earlier = locks.get(row.participant);
    if (earlier === undefined) locks.set(row.participant, index);
    else
      report.error('decisions', index, 'decision', row.decision, () => {
        const at = report.rowNumber('decisions', earlier);
        return {
          sv: `personen har redan ett lås på rad ${at}`,
          en: `the person already has a lock in row ${at}`,
        };
      });
  });
  tables.decisions.forEach((row, index) => {
    const locked = locks.get(row.participant);
    if (row.decision !== 'turned_down' || locked === undefined) return;
    if (!covers(row, tables.decisions[locked])) return;
    const at = report.rowNumber('decisions', locked);
    report.error('decisions', index, 'decision', row.decision, () => ({
      sv: `avböjer det som rad ${at} låser; behåll ett av besluten`,
      en: `turns down what row ${at} locks; keep one of the decisions`,
    }));
  });
}

/** To set rules aside takes one pair and a reason. */
function checkOverride(row: DecisionRow, index: number, report: Report): void {
  if (row.decision !== 'lock' || row.team === undefined || row.sfi_group === undefined)
    report.error('decisions', index, 'override', null, () => ({
      sv: 'bara ett lås till ett arbetslag med en sfi-grupp kan åsidosätta regler',
      en: 'only a lock to a team with an SFI group can set rules aside',
    }));
  if (row.reason === '')
    report.error('decisions', index, 'reason', null, () => ({
      sv: 'förväntat ett skäl till att regler åsidosätts',
      en: 'expected the reason why rules are set aside',
    }));
}

/** Whether everything that the lock allows is turned down. An empty team or group means every one. */
function covers(turnedDown: DecisionRow, lock: DecisionRow): boolean {
  const team = turnedDown.team === undefined || turnedDown.team === lock.team;
  const group = turnedDown.sfi_group === undefined || turnedDown.sfi_group === lock.sfi_group;
  return team && group;
}
