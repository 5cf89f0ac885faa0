/** Questions to a service, either at a steady rate, whatever the answers take, or as fast as a number of askers get them. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Answers } from './figures.ts';

/** Asks once; the HTTP status of the answer, or 0 where none came. */
export type Ask = () => Promise<number>;

interface Answered {
  readonly status: number;
  readonly ms: number;
}

/** `rate` a second for so long: each when it is due, and timed from then. */
export async function askSteadily(ask: Ask, rate: number, forMs: number): Promise<Answers> {
  const count = Math.round((rate * forMs) / 1000);
  const from = performance.now();
  const waiting: Promise<Answered>[] = [];
  for (let number = 0; number < count; number++) {
    const due = from + (number * 1000) / rate;
    const early = due - performance.now();
    if (early > 1) await pause(early);
    waiting.push(timed(ask, due));
  }
  return answersOf(await Promise.all(waiting), performance.now() - from);
}

/** So many askers, each with its next question as soon as the one before is answered. */
export async function askFlatOut(ask: Ask, askers: number, forMs: number): Promise<Answers> {
  const from = performance.now();
  const answered: Answered[] = [];
  const one = async (): Promise<void> => {
    while (performance.now() - from < forMs) answered.push(await timed(ask, performance.now()));
  };
  await Promise.all(Array.from({ length: askers }, one));
  return answersOf(answered, performance.now() - from);
}

async function timed(ask: Ask, due: number): Promise<Answered> {
  const status = await ask();
  return { status, ms: performance.now() - due };
}

function answersOf(all: readonly Answered[], tookMs: number): Answers {
  const good = all.filter(({ status }) => status >= 200 && status < 300);
  const refused = all.filter(({ status }) => status === 429 || status === 503).length;
  const sorted = good.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return {
    asked: all.length,
    failed: all.length - good.length - refused,
    refused,
    perSecond: (good.length * 1000) / tookMs,
    medianMs: at(0.5),
    p99Ms: at(0.99),
    mostMs: at(1),
  };
}
