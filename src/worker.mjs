/** What `npm run worker` runs: checks the version of Node, then starts a worker. */
import { demandNode } from './node-version.mjs';

demandNode(process.versions.node);
await import('./worker.ts');
