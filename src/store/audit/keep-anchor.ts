/** Moves the log's anchor along while the service runs, so that what is older than a minute is vouched for. */
import type { Store } from '../open-store.ts';
import { moveAnchor } from './anchor.ts';

const everyMs = 60_000;

/**
 * Begins, and returns how to end it: with the anchor at the log's end. `onBroken` is told whenever the log no longer goes on from the anchor,
 * which then stays where it is.
 */
export function keepAnchor(
  store: Pick<Store, 'db' | 'vault'>,
  dataDir: string,
  onBroken: () => void,
): () => Promise<void> {
  let moving: Promise<void> = Promise.resolve();
  const move = () => {
    moving = moving.then(async () => {
      // A database that is away for a while is no reason to end the service; the next time tells.
      const moved = await moveAnchor(store, dataDir).catch(() => true);
      if (!moved) onBroken();
    });
    return moving;
  };
  const timer = setInterval(move, everyMs).unref();
  return () => {
    clearInterval(timer);
    return move();
  };
}
