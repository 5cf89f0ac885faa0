/** What `npm start` runs: checks the version of Node, then starts the service. */
import { demandNode } from './node-version.mjs';

demandNode(process.versions.node);
await import('./start.ts');
