/** What `npm run -s cli` runs: checks the version of Node, then hands over to the commands. */
import { keepCompiled } from '../compile-cache.mjs';
import { demandNode } from '../node-version.mjs';

demandNode(process.versions.node);
keepCompiled();
await import('./main.ts');
