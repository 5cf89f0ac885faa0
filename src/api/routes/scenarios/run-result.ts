/**
 * GET /v1/scenario-runs/:id/result, /table and /figure: what a run came to, as JSON like the commands' own, as CSV, and as an SVG. Whoever
 * sees figures and no persons is not shown small numbers.
 */
import type { FastifyPluginAsync } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RunForm } from '../../../jobs/tasks/scenarios/stored/show-run.ts';
import { capacitySchema } from '../../../scenarios/capacity/capacity-format.ts';
import { shownComparisonSchema } from '../../../scenarios/small-numbers.ts';
import { sweepSchema } from '../../../scenarios/sweep/sweep-format.ts';
import { worthSchema } from '../../../scenarios/worth/worth-format.ts';
import { simulationSchema } from '../../../scenarios/year/result-format.ts';
import { allowed } from '../../guard.ts';
import { answerFrom } from '../../jobs.ts';
import { csvMedia, jsonMedia, svgMedia } from '../../media.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { byId, type ScenarioDependencies } from './dependencies.ts';
import { findRun, noRun } from './find-run.ts';

interface ResultForm {
  readonly form: RunForm;
  /** The last part of the address. */
  readonly path: string;
  readonly summary: string;
  readonly media: string;
  readonly schema: z.ZodType;
}

const results = z.union([shownComparisonSchema, worthSchema, sweepSchema, capacitySchema, simulationSchema]);

const forms: readonly ResultForm[] = [
  { form: 'json', path: 'result', summary: 'What a run came to', media: jsonMedia, schema: results },
  { form: 'csv', path: 'table', summary: 'The figures of a run as CSV', media: csvMedia, schema: z.string() },
  { form: 'svg', path: 'figure', summary: 'A run as a figure', media: svgMedia, schema: z.string() },
];

export const runResultRoutes: FastifyPluginAsync<ScenarioDependencies> = async (app, deps) => {
  for (const form of forms) await app.register(resultRoute(form), deps);
};

function resultRoute({
  form,
  path,
  summary,
  media,
  schema,
}: ResultForm): FastifyPluginCallbackZod<ScenarioDependencies> {
  return (app, deps, done) => {
    const { store, pool } = deps;
    const access = { url: store.url, masterKey: store.masterKey };
    app.get(
      `/v1/scenario-runs/:id/${path}`,
      {
        config: { access: 'scenario.figures' },
        schema: {
          summary,
          description: 'Small numbers are shown to whoever sees the persons of the whole region.',
          params: byId,
          querystring: z.strictObject({ lang: z.enum(['sv', 'en']).default('sv') }),
          response: {
            200: { description: summary, content: { [media]: { schema } } },
            ...failureResponses('usage', 'not_found', 'nothing_found', 'too_large', 'busy', 'interrupted'),
          },
        },
      },
      async (request, reply) => {
        const run = await findRun(request, store, request.params.id, 'scenario.figures');
        if (run === null) return sendFailure(request, reply, noRun);
        const figuresOnly = !allowed(request, 'scenario.small_numbers', { region: run.region });
        const asked = { access, run: run.id, form, lang: request.query.lang, figuresOnly };
        await answerFrom(deps, request, reply, (how) => pool.run('showRun', asked, how));
        return reply;
      },
    );
    done();
  };
}
