/** POST /v1/regions/:region/scenarios: a new scenario, as its version 1. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { createScenario } from '../../../store/scenarios/scenarios.ts';
import { recordAnswer } from '../../idempotency.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, refusedIn } from '../../regions/door.ts';
import {
  basis,
  missing,
  nameTaken,
  refuseIdentityNumbers,
  type ScenarioDependencies,
  writtenScenario,
} from './dependencies.ts';
import { findSources } from './sources.ts';

const created = z.strictObject({ id: z.uuid(), number: z.int() });

export const createScenarioRoute: FastifyPluginCallbackZod<ScenarioDependencies> = (app, { store }, done) => {
  app.post(
    '/v1/regions/:region/scenarios',
    {
      config: { access: 'scenario.write' },
      schema: {
        summary: 'Save a new scenario',
        description:
          'resursutbyte/scenario@1. A district that joins is taken `from` a version of another region, as REGION/NUMBER.',
        params: ofRegion,
        body: z.strictObject({ scenario: writtenScenario, ...basis }),
        response: {
          201: created,
          ...failureResponses('usage', 'not_found', 'exists_already', 'input_refused'),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const { scenario, version, policy } = request.body;
      const refused = refusedIn(request, 'scenario.write', region) ?? refuseIdentityNumbers(scenario);
      if (refused !== null) return sendFailure(request, reply, refused);
      const sources = await findSources(request, store, [scenario]);
      if (sources.status === 'failed') return sendFailure(request, reply, sources);
      const { userId: actor } = request.actor;
      const outcome = await createScenario(
        store,
        { region, name: scenario.name.sv, document: scenario, version, policy, actor },
        (transaction, { id, number }) => recordAnswer(request, transaction, 201, { id, number }),
      );
      switch (outcome.status) {
        case 'not_found':
          return sendFailure(request, reply, missing[outcome.what]);
        case 'name_taken':
          return sendFailure(request, reply, nameTaken);
        case 'created': {
          const { id, number } = outcome;
          return reply.code(201).header('location', `/v1/scenarios/${id}`).send({ id, number });
        }
      }
    },
  );
  done();
};
