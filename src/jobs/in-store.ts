/** A task that needs the store opens it for itself and closes it whatever comes of the task, so that a thread that ends holds no connection. */
import { joinStore, type StoreAccess, type StoreData } from '../store/open-store.ts';

export async function inStore<T>(access: StoreAccess, use: (store: StoreData) => Promise<T>): Promise<T> {
  const store = joinStore(access);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
