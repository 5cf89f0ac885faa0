/** Whether the service answers: known from each request, and while it does not, asked for every other second until it does. */
import { useSyncExternalStore } from 'react';

const everyMs = 2_000;
const listeners = new Set<() => void>();
let reachable = true;
let asking: ReturnType<typeof setInterval> | null = null;

/** What the last request says of it. */
export function told(answers: boolean): void {
  if (answers === reachable) return;
  reachable = answers;
  if (asking !== null) clearInterval(asking);
  asking = answers ? null : setInterval(ask, everyMs);
  for (const listener of listeners) listener();
}

async function ask(): Promise<void> {
  const answers = await fetch('/health').then(
    ({ ok }) => ok,
    () => false,
  );
  if (answers) told(true);
}

export function onReachable(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function isReachable(): boolean {
  return reachable;
}

export function useReachable(): boolean {
  return useSyncExternalStore(onReachable, isReachable);
}
