/** The lottery of a proposal drawn anew, and what it tells of outcomes whose cause is known. */
import { expect, test } from 'vitest';
import { solveCanonical } from '../../solver/solve.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { OutcomeRow } from '../../src/domain/tables/followup.ts';
import { knownOn } from '../../src/followup/case.ts';
import { starterIndicators } from '../../src/followup/indicators/starter.ts';
import { armOf, overlap, readArm } from '../../src/followup/lottery/arms.ts';
import { lotteryAnswer } from '../../src/followup/lottery/lottery-format.ts';
import { tellLottery } from '../../src/followup/lottery/tell-lottery.ts';
import { judgeLotteryQuestion } from '../../src/jobs/followup/lottery-question.ts';
import { redraw } from '../../src/jobs/followup/redraw.ts';
import { drawAnew } from '../../src/matching/draw-anew.ts';
import { twoDistricts } from '../store/proposals/standing-region.ts';

/** 24 people who are alike, for 12 seats. */
const region = twoDistricts(24, 4);
const asOf = '2027-12-31';
const approval = { authority: 'Etikprövningsmyndigheten', reference: '2026-01', decided_on: '2026-01-10' };
const question = {
  region,
  policy: defaultPolicy,
  previous: [],
  settings: { engine: 'priced', gap: 0, timeLimitMs: Number.POSITIVE_INFINITY },
} as const;
const run = { now: () => performance.now(), signal: { aborted: false } };
const SEED = 7;

async function proposal(): Promise<ReadonlyMap<string, string>> {
  const first = await drawAnew(question, [SEED], (canonical, asked) =>
    solveCanonical(canonical, { ...asked, ...run }),
  ).next();
  if (first.done) throw new Error('nothing was drawn');
  return first.value;
}

function selfSupporting(participant: string, yes: boolean): OutcomeRow {
  return {
    participant,
    event: 'status',
    on: '2027-06-01',
    months: 12,
    self_support: yes ? 'full' : 'none',
    recorded_on: '2027-06-02',
    recorded_by: 'officer',
  };
}

async function told(arms: readonly [string, string], outcomes: readonly OutcomeRow[]) {
  const proposed = await proposal();
  const drawn = await redraw({ ...question, seed: SEED, proposed }, 40, run);
  if (drawn.status === 'failed') throw new Error(drawn.detail.en);
  const judged = judgeLotteryQuestion({ arms, outcome: 'self-support' }, region, starterIndicators, asOf);
  if (judged.status === 'failed') throw new Error(judged.detail.en);
  const { cases } = knownOn(asOf, outcomes, region);
  const asked = { ...judged, region: region.name, asOf, approval, cases };
  return lotteryAnswer.parse(tellLottery({ ...asked, drawings: drawn.drawings }));
}

test('where a place alone makes people self-supporting, the lottery says so, and surely', async () => {
  const proposed = await proposal();
  expect(proposed.size).toBe(12);
  const outcomes = region.participants.map(({ id }) => selfSupporting(id, proposed.has(id)));
  const answer = await told(['placed', 'unplaced'], outcomes);
  expect(answer).toMatchObject({ status: 'estimated', draws: 40, shares: [1, 0], difference: 1 });
  expect(answer.interval?.[0]).toBeGreaterThan(0.5);
  const turned = await told(['unplaced', 'placed'], outcomes);
  expect(turned.difference).toBe(-1);
});

test('of small groups the shares are not shown, and the difference in whole hundredths', async () => {
  const proposed = await proposal();
  const [first] = proposed.keys();
  const outcomes = region.participants.map(({ id }) => selfSupporting(id, id === first));
  const answer = await told(['placed', 'unplaced'], outcomes);
  expect(answer).toMatchObject({ status: 'estimated', shares: null });
  expect(answer.difference).toBe(Math.round(100 * (answer.difference ?? 0)) / 100);
  expect(answer.interval?.[0]).toBeLessThan(0);
});

test('whose outcome nobody knows is left out, and told', async () => {
  const answer = await told(['placed', 'unplaced'], []);
  expect(answer.status).toBe('not_enough');
  expect(answer.sentences[0].en).toContain('as much as 0.0 and 0.0 people would');
});

test('where chance had no say it says so', () => {
  const drawing = new Map(region.participants.map(({ id }) => [id, region.teams[0].id]));
  const judged = judgeLotteryQuestion(
    { arms: ['placed', 'unplaced'], outcome: 'self-support' },
    region,
    starterIndicators,
    asOf,
  );
  if (judged.status === 'failed') throw new Error(judged.detail.en);
  const { cases } = knownOn(asOf, [], region);
  const asked = { ...judged, region: region.name, asOf, approval, cases };
  const answer = tellLottery({ ...asked, drawings: [drawing, drawing] });
  expect(answer.status).toBe('not_enough');
  expect(answer.sentences[0].en).toContain('The lottery decided nothing here');
});

test('a proposal that its own seed does not give is not drawn anew', async () => {
  const proposed = new Map(await proposal());
  const [[someone, team]] = proposed;
  const other = region.participants.find(({ id }) => !proposed.has(id))?.id ?? '';
  proposed.delete(someone);
  proposed.set(other, team);
  expect(await redraw({ ...question, seed: SEED, proposed }, 5, run)).toMatchObject({
    status: 'failed',
    code: 'refused',
  });
});

test('arms are places by name, and never share one', () => {
  const [team] = region.teams;
  const unit = region.units.find(({ id }) => id === team.unit);
  const arm = (key: string) => readArm(key, region);
  expect(arm('placed')?.teams.size).toBe(region.teams.length);
  expect(arm(`unit:${unit?.id}`)?.name.sv).toBe(unit?.name);
  expect(arm(`form:${unit?.form}`)?.teams.has(team.id)).toBe(true);
  expect(['nowhere', 'team:nowhere', 'form:', 'unit:'].map(arm)).toEqual([null, null, null, null]);
  const [placed, unplaced, own] = [arm('placed'), arm('unplaced'), arm(`team:${team.id}`)];
  if (!placed || !unplaced || !own) throw new Error('an arm is missing');
  expect([overlap(placed, unplaced), overlap(placed, own), overlap(unplaced, unplaced)]).toEqual([
    false,
    true,
    true,
  ]);
  expect([armOf(team.id, [own, unplaced]), armOf(undefined, [own, unplaced])]).toEqual([
    `team:${team.id}`,
    'unplaced',
  ]);
  expect(armOf('another', [own, unplaced])).toBeNull();
});
