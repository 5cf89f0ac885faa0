/** What `npm run worker` runs: checks the version of Node, then starts a worker. */
import { keepCompiled } from './compile-cache.mjs';
import { demandNode } from './node-version.mjs';

demandNode(process.versions.node);
keepCompiled();
await import('./worker.ts');
