/**
 * A service by itself, to be killed: opens the store of the folder named, says `open`, then adds regions one by one for as long as it lives, and says each
 * one's id once the database has acknowledged it.
 */
import { openStore } from '../../../src/store/open-store.ts';

const store = await openStore({ dataDir: process.argv[2] ?? '' });
if (store.status === 'failed') {
  console.log(store.code);
  process.exit(2);
}
console.log('open');
for (let number = 0; ; number++) {
  const id = `${process.pid}-${number}`;
  await store.db.insertInto('regions').values({ id, name: id }).execute();
  console.log(id);
}
