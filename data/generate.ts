/** Makes data/farsta-2004 and data/farsta-skarholmen anew: `npm run generate-data`. Running it again gives the same bytes. */
import { fileURLToPath } from 'node:url';
import { writeExamples } from './generator/write-examples.ts';

await writeExamples(process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url)));
