/** GET /v1/proposals/:id/pairs/:participant: one pair with its terms, week, conditions, decisions and the steps that can be taken now. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { pairState, transitions } from '../../../domain/pair-life.ts';
import { namesOf } from '../../../domain/pair-reasons.ts';
import { sessionRow } from '../../../domain/tables/timetable.ts';
import { readPair } from '../../../store/proposals/read-pair.ts';
import { storedPair } from '../../../store/proposals/stored-pair.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofPair, type PairDependencies, status } from './dependencies.ts';
import { refusal } from './outcomes.ts';

const stepName = z.enum(namesOf(transitions));
const decision = z.strictObject({
  id: z.uuid(),
  proposal: z.uuid(),
  at: z.iso.datetime(),
  by: z.string(),
  action: z.union([stepName, z.literal('pair_manually')]),
  from: status.nullable(),
  to: status,
  pair: z.unknown(),
  turnedDownBy: z.enum(['participant', 'school', 'officer']).nullable(),
  reason: z.string().nullable(),
  rulesBroken: z.array(z.string()).readonly(),
  note: z.string(),
});

const { terms, conditions, overridden } = storedPair.shape;
const openedPair = z.strictObject({
  participant: z.string(),
  proposal: z.uuid(),
  standing: z.enum(['standing', 'draft', 'superseded']),
  version: z.int(),
  team: z.string().exactOptional(),
  unit: z.string().exactOptional(),
  district: z.string().exactOptional(),
  sfiGroup: z.string().exactOptional(),
  state: pairState.exactOptional(),
  origin: z.enum(['proposed', 'kept', 'manual']).exactOptional(),
  points: z.int().exactOptional(),
  terms: terms.exactOptional(),
  overridden,
  startsOn: z.string().exactOptional(),
  teamHours: z.number().exactOptional(),
  sfiHours: z.number().exactOptional(),
  week: z.array(sessionRow).readonly().exactOptional(),
  conditions: conditions.exactOptional(),
  history: z.array(decision).readonly().exactOptional(),
  steps: z.array(stepName).readonly(),
});

export const openPairRoute: FastifyPluginCallbackZod<PairDependencies> = (app, { store }, done) => {
  app.get(
    '/v1/proposals/:id/pairs/:participant',
    {
      config: { access: 'participant.read' },
      schema: {
        summary: 'One pair',
        params: ofPair,
        response: { 200: openedPair, ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { id: proposal, participant } = request.params;
      const found = await readPair(store, { proposal, participant, actor: request.actor });
      if (found.status !== 'found') return sendFailure(request, reply, refusal(found));
      const { history, ...pair } = found.pair;
      const told = history?.map((made) => ({ ...made, at: made.at.toISOString() }));
      return { ...pair, ...(told && { history: told }) };
    },
  );
  done();
};
