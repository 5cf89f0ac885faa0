/** A command that works on the store: that of the environment, beside a service that may run on it. */
import { failure } from '../errors.ts';
import { readSettings } from '../settings.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { type Terminal, tellFailure } from './terminal.ts';

/** Opens the store for `use`, closes it afterwards, and returns the exit code. */
export async function withStore(terminal: Terminal, use: (store: Store) => Promise<number>): Promise<number> {
  const settings = readSettings(process.env);
  if (settings.status === 'failed') return tellFailure(terminal, settings);
  const store = await openStore({ ...settings, join: true });
  if (store.status === 'failed') return tellFailure(terminal, failure('not_ready', store.detail));
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
