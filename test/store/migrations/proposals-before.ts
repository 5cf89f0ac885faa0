/** What the program of migration 0006 kept of proposals, decisions, answers, scenarios, jobs, and what it logged. */
import { gzipSync } from 'node:zlib';
import {
  asked,
  doneJob,
  edits,
  id,
  lostJob,
  officer,
  openedCase,
  placed,
  scenario,
  standing,
  waiting,
} from './names-before.ts';
import type { EntryThen, SealFor, TableRows } from './sealed-before.ts';

const json = (value: unknown) => JSON.stringify(value);
const place = { team: 't1', sfiGroup: 's1' };
const ofVersion = { region: 'r', region_version: 1 };
const text = (word: string) => ({ sv: word, en: word });
const women = { gender: 'woman', pool: 2, placed: 1, rate: 0.5, meanPoints: 500 };
const covered = { team: 't1', language: 'som', pupils: 12, wanted: 1, present: 0, placed: 1, met: 1 };

export const summaryBefore = {
  ...{ format: 'resursutbyte/proposal@1', region: 'Farsta', engine: 'priced', stopped: 'gap', seed: 3 },
  lottery: { seed: 3, ...text('en lott') },
  digest: { region: 'ab'.repeat(32), policy: 'cd'.repeat(32) },
  ...{ status: 'optimal', broken: [], objective: 1000, bound: 1000, gap: 0, certifiedBound: 1000 },
  ...{ proven: true, proof: 'prices', equity: [{ ...women, constrained: false }], coverage: [covered] },
  baseline: { engine: 'greedy', objective: 1000, placed: 1, rates: [women], broken: [] },
  ...{ placed: 1, unplaced: 1 },
};

export const proofBefore = { chosen: [0, -1], prices: { 'seats t1': 1.5 } };

export const answerBefore = {
  ...{
    participant: placed,
    answer: 'yes',
    team: 't1',
    wishes: ['u1'],
    avoids: [],
    answered_on: '2004-02-01',
  },
};

const storedPair = {
  ...{ participant: placed, ...place, unit: 'u1', points: 1000, terms: { placement: 900, waiting: 100 } },
  ...{ teamHours: 20, sfiHours: 15, conditions: [{ code: 'extract', ...text('utdrag Hemligvik') }] },
};
const reason = { code: 'seats_worth_more', ...text('platserna Hemligvik'), change: text('en till') };

export function proposalsBefore(sealed: SealFor, now: Date): readonly TableRows[] {
  const settings = json({ engine: 'auto', gap: 0, timeLimitMs: 60_000 });
  const common = { ...ofVersion, policy: 1, seed: 3, settings, requested_by: officer, started_at: now };
  const solved = {
    ...{ status: 'proposed', ended_at: now, problem_digest: 'ef'.repeat(32), held_seats: '[]', kept_at: now },
    ...{ summary: json(summaryBefore), solution: gzipSync(json(proofBefore)) },
  };
  const person = { ...ofVersion, proposal: standing, participant_district: 'Farsta' };
  const own = { proposal: standing, participant: placed };
  const input = {
    pairs: [{ participant: placed, ...place, state: { status: 'proposed' }, decidedOn: '2004-01-20' }],
  };
  const host = { team: 't1', sfi_group: 's1', unit: 'u1', district: 'Farsta', principal: 'Staden' };
  const decision = { ...own, actor: officer, pair_before: json(place), pair_after: json(place) };
  const at = `${standing}/${placed}`;
  return [
    [
      'proposals',
      [
        { id: standing, ...common, ...solved },
        { id: asked, ...common, previous: standing, status: 'running' },
      ],
    ],
    ['standing_proposals', [{ region: 'r', proposal: standing, version: 4 }]],
    [
      'proposal_inputs',
      [
        {
          ...{ ...own, pair_version: 1 },
          sealed: sealed(placed, { ...input, answers: [answerBefore] }, `proposal_inputs/${at}`),
        },
      ],
    ],
    [
      'decisions',
      [
        {
          ...{ ...decision, id: id(81), pair_version: 2, action: 'lock', to_state: 'locked' },
          ...{
            from_state: 'proposed',
            note_sealed: sealed(placed, 'noterat Hemligvik', `decisions/${at}/2`),
          },
        },
      ],
    ],
    [
      'pairs',
      [
        {
          ...{ ...person, ...host, participant: placed, points: 1000, origin: 'proposed', state: 'locked' },
          ...{ decision: id(81), version: 2, sealed: sealed(placed, storedPair, `pairs/${at}`) },
        },
      ],
    ],
    [
      'unplaced',
      [
        {
          ...{ ...person, participant: waiting, reason: reason.code },
          sealed: sealed(waiting, { participant: waiting, reason }, `unplaced/${standing}/${waiting}`),
        },
      ],
    ],
    ['answers', [{ ...own, recorded_by: officer, sealed: sealed(placed, answerBefore, `answers/${at}`) }]],
    [
      'cases',
      [
        {
          ...{ ...own, id: openedCase, participant_district: 'Farsta', opened_by: officer },
          question_sealed: sealed(placed, 'varför Hemligvik', `cases/question/${at}`),
        },
      ],
    ],
  ];
}

/** No command or route of then wrote scenarios; the tables were there. */
export function jobsBefore(now: Date): readonly TableRows[] {
  const silent = new Date(now.getTime() - 60_000);
  const job = {
    kind: 'propose',
    attempts: 1,
    worker: 'worker-of-then',
    started_at: now,
    heartbeat_at: silent,
  };
  const begun = [
    { event: 'queued', why: 'requested' },
    { event: 'running', attempt: 1 },
    { event: 'progress', phase: 'solving', objective: 900, bound: null, gap: null },
  ];
  const done = [...begun, { event: 'ended', state: 'done' }];
  const numbered = (of: string, events: readonly object[]) =>
    events.map((event, index) => ({ job: of, seq: index + 1, event: json(event) }));
  const version = { ...ofVersion, scenario, number: 1, policy: 1, edits: json(edits) };
  return [
    ['scenarios', [{ id: scenario, region: 'r', name: 'En plats till' }]],
    ['scenario_versions', [version]],
    [
      'jobs',
      [
        {
          ...{ ...job, id: doneJob, proposal: standing, state: 'done', events: done.length },
          ...{ ended_at: now, result: json({ stopped: 'gap' }) },
        },
        { ...job, id: lostJob, proposal: asked, state: 'running', events: begun.length },
      ],
    ],
    ['job_events', [...numbered(doneJob, done), ...numbered(lostJob, begun)]],
  ];
}

const entry = { actor: officer, region: 'r', subject: placed };

export const logBefore: readonly EntryThen[] = [
  { actor: null, region: 'r', subject: null, action: 'region.import', detail: json({ number: 1 }) },
  { ...entry, action: 'participant.read', detail: '{}' },
  { ...entry, action: 'pair.lock', detail: json({ proposal: standing, step: 'lock', version: 2 }) },
];
