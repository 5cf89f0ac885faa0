/** The whole week of a pair: nothing overlaps, the hours are those of the pair, and ways lie where somebody has to go. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { pairDetail } from '../../src/matching/pair-detail.ts';
import { indexRegion } from '../../src/matching/region-index.ts';
import { weekPlan } from '../../src/matching/week-plan.ts';
import { participant, sfiGroup, smallRegion, team, unit } from './small-region.ts';

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const hour = (at: number) => `${String(at).padStart(2, '0')}:00`;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const span = fc
  .tuple(fc.constantFrom(...weekdays), fc.integer({ min: 6, max: 20 }), fc.integer({ min: 1, max: 3 }))
  .map(([weekday, start, length]) => ({ weekday, start: hour(start), end: hour(start + length) }));
const spans = fc.array(span, { minLength: 1, maxLength: 8 });

test('blocks of a day follow each other, and team and SFI add up to the hours of the pair', () => {
  fc.assert(
    fc.property(spans, spans, spans, (atTeam, atSfi, hindered) => {
      const clear = hindered.filter((row) => !atSfi.some((other) => overlap(row, other)));
      const rows = (owner: 'team' | 'sfi' | 'participant', id: string, list: typeof atTeam) =>
        list.map((row) => ({ owner, id, ...row }));
      const index = indexRegion(
        smallRegion({
          participants: [participant('p1', { max_week_hours: 168 })],
          units: [unit('u1')],
          teams: [team('t1', { unit: 'u1' })],
          sfi_groups: [sfiGroup('s1')],
          sessions: [
            ...rows('team', 't1', atTeam),
            ...rows('sfi', 's1', atSfi),
            ...rows('participant', 'p1', clear),
          ],
        }),
        defaultPolicy,
      );
      const { blocks } = weekPlan(index, 0, 0, 0);
      const detail = pairDetail(index, 0, 0, 0);
      for (const [, ofDay] of Map.groupBy(blocks, ({ weekday }) => weekday)) {
        const stays = ofDay.filter(({ what }) => what !== 'travel');
        expect(stays.length).toBeGreaterThan(0);
        stays.slice(1).forEach((next, i) => {
          expect(minutes(stays[i].end)).toBeLessThanOrEqual(minutes(next.start));
        });
      }
      const hours = (what: string) =>
        blocks
          .filter((block) => block.what === what)
          .reduce((sum, { start, end }) => sum + minutes(end) - minutes(start), 0) / 60;
      expect(hours('sfi')).toBeCloseTo(detail.sfiHours, 1);
      expect(hours('team')).toBeCloseTo(detail.teamHours, 1);
    }),
    { numRuns: 200 },
  );
});

function overlap(
  a: { readonly weekday: string; readonly start: string; readonly end: string },
  b: { readonly weekday: string; readonly start: string; readonly end: string },
): boolean {
  return a.weekday === b.weekday && a.start < b.end && b.start < a.end;
}
