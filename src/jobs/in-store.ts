/**
 * The store as the tasks of a thread see it: opened when the first asks, and kept for the next, since to connect takes longer than most questions
 * do. Connections that nobody uses end by themselves after some seconds, and with the thread.
 */
import { joinStore, type StoreAccess, type StoreData } from '../store/open-store.ts';

let kept: { readonly url: string; readonly store: ReturnType<typeof joinStore> } | null = null;

export async function inStore<T>(access: StoreAccess, use: (store: StoreData) => Promise<T>): Promise<T> {
  if (kept?.url !== access.url) {
    await kept?.store.close();
    kept = { url: access.url, store: joinStore(access) };
  }
  return await use(kept.store);
}
