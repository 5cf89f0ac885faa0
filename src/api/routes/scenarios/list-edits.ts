/** GET /v1/scenario-edits: every kind of edit with its fields, for forms. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { editForms } from '../../../scenarios/edits/edit-forms.ts';
import { failureResponses } from '../../problem-document.ts';

const form = z.strictObject({
  kind: z.string(),
  name: z.strictObject({ sv: z.string(), en: z.string() }),
  schema: z.record(z.string(), z.unknown()).describe('JSON Schema of the edit'),
});

export const listEditsRoute: FastifyPluginCallbackZod = (app, _, done) => {
  const forms = editForms();
  app.get(
    '/v1/scenario-edits',
    {
      config: { access: 'scenario.read' },
      schema: {
        summary: 'The kinds of edit that a scenario can have',
        response: { 200: z.array(form), ...failureResponses('usage') },
      },
    },
    async () => forms.map(({ kind, name, schema }) => ({ kind, name: { ...name }, schema: { ...schema } })),
  );
  done();
};
