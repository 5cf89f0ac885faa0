/**
 * The service as officers meet it, over HTTP and with its own PostgreSQL: a large region is imported and a proposal made of it; then, while another
 * solve of it runs, pairs are listed, one person's places ranked, and pairs decided on.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { regionZip } from '../../src/files/write-region.ts';
import { swedenRegion } from '../../src/generate/sweden/sweden.ts';
import { seconds } from '../harness/summary.ts';
import { machine, versions } from '../harness/surroundings.ts';
import { type Answer, type Client, startClient } from './client.ts';
import { type Asking, askingLine, importLine, type ServiceResults } from './figures.ts';
import { type Ask, askFlatOut, askSteadily } from './load.ts';

export interface ServicePlan {
  readonly participants: number;
  /** Questions a second. */
  readonly rate: number;
  /** For each kind of question at the steady rate, in seconds; a third of it flat out. */
  readonly seconds: number;
}

const region = 'bench';
const askers = 16;

/** Throws where the service refuses what it must be able to do; what is slow is measured. Each figure is told as it comes. */
export async function runService(
  plan: ServicePlan,
  command: string,
  tell: (line: string) => void,
): Promise<ServiceResults> {
  const surroundings = machine();
  const made = swedenRegion({ participants: plan.participants, seed: 0, municipalities: null });
  if (made.status !== 'made') throw new Error(made.status);
  const packed = regionZip(made.region);
  const client = await startClient();
  try {
    const imported = await importRegion(client, packed);
    tell(`import of ${plan.participants} participants: ${importLine(imported)}`);
    const from = performance.now();
    const asked = await propose(client, { gap: 0.05, timeLimit: 900 });
    await waitUntil(client, asked.job, (state) => state !== 'queued' && state !== 'running');
    const proposalMs = performance.now() - from;
    tell(`a first proposal: ${seconds(proposalMs)} s`);
    const asking = await askWhileSolving(client, asked.proposal, plan, tell);
    return {
      format: 'resursutbyte/bench-service@1',
      suite: 'service',
      command,
      measuredOn: new Date().toISOString().slice(0, 10),
      machine: surroundings,
      versions: versions(),
      participants: plan.participants,
      rate: plan.rate,
      import: imported,
      proposalMs,
      asking,
    };
  } finally {
    await client.close();
  }
}

function expectStatus({ status, body }: Answer, expected: number): unknown {
  if (status !== expected) throw new Error(`${status}: ${body.slice(0, 500)}`);
  return JSON.parse(body);
}

const preview = z.object({ upload: z.string(), follows: z.int() });

async function importRegion(client: Client, packed: Uint8Array): Promise<ServiceResults['import']> {
  const from = performance.now();
  const shown = await client.ask('POST', `/v1/regions/${region}/uploads`, packed);
  const { upload, follows: expectedVersion } = preview.parse(expectStatus(shown, 200));
  const between = performance.now();
  const confirmed = await client.ask('POST', `/v1/regions/${region}/versions`, { upload, expectedVersion });
  expectStatus(confirmed, 200);
  return {
    megabytes: Math.round(packed.length / 1e5) / 10,
    previewMs: between - from,
    confirmMs: performance.now() - between,
    peakMb: client.peakMb(),
  };
}

const requested = z.object({ proposal: z.string(), job: z.string() });

async function propose(client: Client, settings: object): Promise<z.infer<typeof requested>> {
  return requested.parse(
    expectStatus(await client.ask('POST', `/v1/regions/${region}/proposals`, settings), 202),
  );
}

async function stateOf(client: Client, job: string): Promise<string> {
  return z.object({ state: z.string() }).parse(expectStatus(await client.ask('GET', `/v1/jobs/${job}`), 200))
    .state;
}

async function waitUntil(client: Client, job: string, isIt: (state: string) => boolean): Promise<void> {
  for (;;) {
    const state = await stateOf(client, job);
    if (state === 'failed') throw new Error('no proposal came of it');
    if (isIt(state)) return;
    await pause(200);
  }
}

async function askWhileSolving(
  client: Client,
  proposal: string,
  plan: ServicePlan,
  tell: (line: string) => void,
): Promise<Asking[]> {
  const pairs = await someStanding(client, proposal);
  const kinds: readonly (readonly [string, Ask])[] = [
    ['list 100 pairs', listing(client, proposal, pairs)],
    ["rank one person's places", ranking(client, proposal, pairs)],
    ['decide about a pair', deciding(client, proposal, pairs)],
  ];
  const asking: Asking[] = [];
  let { job } = await propose(client, longSolve);
  for (const [what, ask] of kinds) {
    if ((await stateOf(client, job)) === 'done') ({ job } = await propose(client, longSolve));
    await waitUntil(client, job, (state) => state !== 'queued');
    const steady = await askSteadily(ask, plan.rate, plan.seconds * 1000);
    const flat = await askFlatOut(ask, askers, (plan.seconds * 1000) / 3);
    const figure = { what, steady, flat, solving: (await stateOf(client, job)) === 'running' };
    tell(askingLine(figure, plan.rate));
    asking.push(figure);
  }
  await client.ask('POST', `/v1/jobs/${job}/cancel`, {});
  return asking;
}

const longSolve = { gap: 0, timeLimit: 1800 };

interface Standing {
  readonly participant: string;
  version: number;
  locked: boolean;
}
const page = z.object({
  pairs: z.array(z.object({ participant: z.string(), version: z.int(), state: z.string() })),
  next: z.string().nullable(),
});
const mostPairs = 2_000;

async function someStanding(client: Client, proposal: string): Promise<Standing[]> {
  const found: Standing[] = [];
  for (let after: string | null = ''; after !== null && found.length < mostPairs; ) {
    const query: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const path = `/v1/proposals/${proposal}/pairs?limit=500${query}`;
    const { pairs, next } = page.parse(expectStatus(await client.ask('GET', path), 200));
    found.push(...pairs.map(({ participant, version }) => ({ participant, version, locked: false })));
    after = next;
  }
  return found;
}

/** From different sides, and from the middle. */
function listing(client: Client, proposal: string, pairs: readonly Standing[]): Ask {
  const next = inTurn(pairs);
  const sorts = inTurn(['participant', 'team', 'points', 'state']);
  return async () => {
    const { participant } = next();
    const search = encodeURIComponent(participant.slice(0, -1));
    const way = participant.endsWith('7') ? `&search=${search}` : `&sort=${sorts()}`;
    return (await client.ask('GET', `/v1/proposals/${proposal}/pairs?limit=100${way}`)).status;
  };
}

function ranking(client: Client, proposal: string, pairs: readonly Standing[]): Ask {
  const next = inTurn(pairs);
  return async () =>
    (await client.ask('GET', `/v1/proposals/${proposal}/places/${encodeURIComponent(next().participant)}`))
      .status;
}

/** Locks and unlocks: each pair by one asker at a time, for what is measured is not a conflict. */
function deciding(client: Client, proposal: string, pairs: Standing[]): Ask {
  return async () => {
    let pair = pairs.shift();
    for (; pair === undefined; pair = pairs.shift()) await pause(1);
    const { participant, version, locked } = pair;
    const path = `/v1/proposals/${proposal}/pairs/${encodeURIComponent(participant)}/decisions`;
    const step = { step: locked ? 'unlock' : 'lock', note: '' };
    const { status } = await client.ask('POST', path, { version, step });
    pairs.push(status === 201 ? { participant, version: version + 1, locked: !locked } : pair);
    return status;
  };
}

function inTurn<T>(values: readonly T[]): () => T {
  let at = 0;
  return () => {
    const value = values[at++ % values.length];
    if (value === undefined) throw new Error('nothing to take in turn');
    return value;
  };
}
