/** What `npm start` runs: checks the version of Node, then starts the service. */
import { keepCompiled } from './compile-cache.mjs';
import { demandNode } from './node-version.mjs';

demandNode(process.versions.node);
keepCompiled();
await import('./start.ts');
