/** GET /v1/examples: the regions that can be matched by name. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { exampleNames, examples } from '../../jobs/examples.ts';

const example = z.object({
  name: z.enum(exampleNames),
  description: z.object({ sv: z.string(), en: z.string() }),
});

export const examplesRoute: FastifyPluginCallbackZod = (app, _options, done) => {
  app.get(
    '/v1/examples',
    {
      config: { access: 'public' },
      schema: { summary: 'The regions that can be matched by name', response: { 200: z.array(example) } },
    },
    () => exampleNames.map((name) => ({ name, description: examples[name] })),
  );
  done();
};
