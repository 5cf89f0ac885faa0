/** What `npm run -s cli` runs: checks the version of Node, then hands over to the commands. */
import { demandNode } from '../node-version.mjs';

demandNode(process.versions.node);
await import('./main.ts');
