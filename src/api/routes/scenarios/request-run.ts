/** POST /v1/regions/:region/scenario-runs: asks what happens if, which workers find out; the answer says where to look for it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Failure, failure } from '../../../errors.ts';
import { type RunRequest, requestRun } from '../../../jobs/queue/request-run.ts';
import { scenarioSchema } from '../../../scenarios/scenario-format.ts';
import type { StoreData } from '../../../store/open-store.ts';
import { findScenarioVersion } from '../../../store/scenarios/scenarios.ts';
import { recordAnswer } from '../../idempotency.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, refusedIn } from '../../regions/door.ts';
import { findForAsker, missing, noScenario, type ScenarioDependencies } from './dependencies.ts';
import { questionOf, runBody, type VersionAsked, versionsIn } from './run-body.ts';
import { findSources } from './sources.ts';

export const requestedRun = z.strictObject({ run: z.uuid(), job: z.uuid() });

const defaultLongestMs = 30 * 60_000;
const defaultMostWaiting = 100;

export const requestRunRoute: FastifyPluginCallbackZod<ScenarioDependencies> = (app, deps, done) => {
  const { store, longestSolveMs = defaultLongestMs } = deps;
  app.post(
    '/v1/regions/:region/scenario-runs',
    {
      config: { access: 'scenario.run' },
      schema: {
        summary: 'Ask what happens if',
        description:
          'A worker finds out; follow the job under /v1/jobs/:id (with /events and /cancel), then read the run.',
        params: ofRegion,
        body: runBody,
        response: { 202: requestedRun, ...failureResponses('usage', 'not_found', 'input_refused', 'busy') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'scenario.run', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const { body } = request;
      const versions = await findVersions(request, store, region, versionsIn(body));
      if (versions === null) return sendFailure(request, reply, noScenario);
      const documents = versions.map(({ document }) => scenarioSchema.parse(document));
      const found = await findSources(request, store, documents);
      if (found.status === 'failed') return sendFailure(request, reply, found);
      const { version, policy } = body;
      return await ask(request, reply, deps, {
        ...{ region, version, policy, actor: request.actor.userId },
        question: questionOf(body, longestSolveMs),
        scenarios: versions.map(({ id }) => id),
        sources: found.sources,
      });
    },
  );
  done();
};

/** Puts the request in the queue and answers. */
export async function ask(
  request: FastifyRequest,
  reply: FastifyReply,
  { store, mostWaiting = defaultMostWaiting }: Pick<ScenarioDependencies, 'store' | 'mostWaiting'>,
  asked: RunRequest,
): Promise<FastifyReply> {
  const outcome = await requestRun(store, asked, {
    mostWaiting,
    alongside: (transaction, { run, job }) => recordAnswer(request, transaction, 202, { run, job }),
  });
  switch (outcome.status) {
    case 'full':
      reply.header('retry-after', Math.max(1, Math.ceil(outcome.retryAfterMs / 1000)));
      return sendFailure(request, reply, full);
    case 'not_found':
      return sendFailure(request, reply, missing[outcome.what]);
    case 'requested': {
      const { run, job } = outcome;
      return reply.code(202).header('location', `/v1/scenario-runs/${run}`).send({ run, job });
    }
  }
}

/** In their order; null where one is not there, or of another region. */
async function findVersions(
  request: FastifyRequest,
  store: StoreData,
  region: string,
  asked: readonly VersionAsked[],
) {
  const versions = [];
  for (const { id, number } of asked) {
    const head = await findForAsker(request, store, id, 'scenario.run');
    const version = head && (await findScenarioVersion(store.db, id, number ?? 'latest'));
    if (version === null || head?.region !== region) return null;
    versions.push(version);
  }
  return versions;
}

const full: Failure = failure('busy', {
  sv: 'Mycket väntar redan på att räknas ut.',
  en: 'Much waits to be worked out already.',
});
