import fc from 'fast-check';
import { expect, test } from 'vitest';
import { approvalOn, approvalState, isApproved } from '../../src/followup/lottery/approval.ts';

const approval = { authority: 'A made-up authority', reference: '1', decided_on: '2026-02-01' };
const ending = { ...approval, valid_until: '2026-03-01' };
const withdrawn = { ...approval, withdrawn_on: '2026-02-15' };

test.each([
  [approval, '2026-01-31', 'ahead'],
  [approval, '2026-02-01', 'stands'],
  [approval, '2199-01-01', 'stands'],
  [ending, '2026-03-01', 'stands'],
  [ending, '2026-03-02', 'ended'],
  [withdrawn, '2026-02-14', 'stands'],
  [withdrawn, '2026-02-15', 'withdrawn'],
] as const)('%o is on %s: %s', (given, on, state) => {
  expect(approvalState(given, on)).toBe(state);
});

test('a withdrawal takes the place of the approval and of no other', () => {
  const other = { ...approval, reference: '2' };
  expect(approvalOn([approval, withdrawn], '2026-02-14')).toEqual(withdrawn);
  expect(approvalOn([approval, withdrawn], '2026-02-15')).toBeUndefined();
  expect(approvalOn([other, approval, withdrawn], '2026-02-15')).toEqual(other);
  expect(approvalOn([], '2026-02-15')).toBeUndefined();
});

test('what is found stood that day, and nothing stands after its withdrawal', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-02-${String(d).padStart(2, '0')}`);
  const entry = fc.record(
    { authority: fc.constant('a'), reference: fc.constantFrom('1', '2'), decided_on: day, withdrawn_on: day },
    { requiredKeys: ['authority', 'reference', 'decided_on'] },
  );
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), day, (entries, on) => {
      const found = approvalOn(entries, on);
      const last = entries.findLast(({ reference }) => reference === (found?.reference ?? '1'));
      if (found === undefined) expect(isApproved(last, on)).toBe(false);
      else expect([last, isApproved(found, on)]).toEqual([found, true]);
    }),
  );
});
