/** POST /v1/scenarios/:id/versions: a version that follows the one that was seen. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { failure } from '../../../errors.ts';
import { saveScenarioVersion } from '../../../store/scenarios/scenarios.ts';
import { ordinal } from '../../given.ts';
import { recordAnswer } from '../../idempotency.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import {
  basis,
  byId,
  findForAsker,
  missing,
  nameTaken,
  noScenario,
  refuseIdentityNumbers,
  type ScenarioDependencies,
  writtenScenario,
} from './dependencies.ts';
import { findSources } from './sources.ts';

const newVersion = z.strictObject({
  scenario: writtenScenario,
  ...basis,
  /** The number of the newest version as whoever saves knows it. */
  expectedNumber: ordinal,
});

export const saveScenarioRoute: FastifyPluginCallbackZod<ScenarioDependencies> = (app, { store }, done) => {
  app.post(
    '/v1/scenarios/:id/versions',
    {
      config: { access: 'scenario.write' },
      schema: {
        summary: 'Save a new version of a scenario',
        params: byId,
        body: newVersion,
        response: {
          201: z.strictObject({ number: z.int() }),
          ...failureResponses('usage', 'not_found', 'exists_already', 'changed_meanwhile', 'input_refused'),
        },
      },
    },
    async (request, reply) => {
      const found = await findForAsker(request, store, request.params.id, 'scenario.write');
      if (found === null) return sendFailure(request, reply, noScenario);
      const { scenario, version, policy, expectedNumber } = request.body;
      const refused = refuseIdentityNumbers(scenario);
      if (refused !== null) return sendFailure(request, reply, refused);
      const sources = await findSources(request, store, [scenario]);
      if (sources.status === 'failed') return sendFailure(request, reply, sources);
      const { region, id } = found;
      const { userId: actor } = request.actor;
      const written = { region, name: scenario.name.sv, document: scenario, version, policy, actor };
      const outcome = await saveScenarioVersion(
        store,
        id,
        written,
        expectedNumber,
        (transaction, { number }) => recordAnswer(request, transaction, 201, { number }),
      );
      switch (outcome.status) {
        case 'not_found':
          return sendFailure(request, reply, missing[outcome.what]);
        case 'name_taken':
          return sendFailure(request, reply, nameTaken);
        case 'superseded':
          return sendFailure(request, reply, changedMeanwhile);
        case 'saved':
          return reply.code(201).send({ number: outcome.number });
      }
    },
  );
  done();
};

const changedMeanwhile = failure('changed_meanwhile', {
  sv: 'Scenariot har fått en ny version sedan du hämtade det.',
  en: 'The scenario has a new version since you fetched it.',
});
