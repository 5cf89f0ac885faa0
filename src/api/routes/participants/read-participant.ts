/** GET /v1/regions/:region/participants/:participant: one participant, as far as the asker's role goes. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { key } from '../../../domain/tables/cells.ts';
import { failure } from '../../../errors.ts';
import { findParticipant } from '../../../store/participants/find-participants.ts';
import { openParticipant } from '../../../store/participants/open-participant.ts';
import { scope } from '../../guard.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, type RegionDependencies, versionAsked, versionNumber } from '../../regions/door.ts';
import { fieldsOf, shown, shownParticipant } from '../../regions/participant-view.ts';

const action = 'participant.read';

export const readParticipantRoute: FastifyPluginCallbackZod<RegionDependencies> = (
  app,
  { store, reads },
  done,
) => {
  app.get(
    '/v1/regions/:region/participants/:participant',
    {
      config: { access: action },
      schema: {
        summary: 'One participant, as far as your role goes',
        params: ofRegion.extend({ participant: key }),
        querystring: z.strictObject({ version: versionNumber.optional() }),
        response: { 200: shownParticipant, ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { region, participant } = request.params;
      const version = await versionAsked(store, region, request.query.version);
      if (version === null) return sendFailure(request, reply, noParticipant);
      const within = { region, version: version.id, scope: scope(request, action) };
      const found = await findParticipant(store.db, within, participant);
      const bundle = found && (await openParticipant(store, region, version.id, participant));
      if (found === null || bundle === null) return sendFailure(request, reply, noParticipant);
      const actor = request.actor.userId;
      const detail = { version: version.number };
      await reads.record({ actor, action, region, subject: participant, detail });
      return shown(found, bundle, fieldsOf(request.actor, region, found), version.number);
    },
  );
  done();
};

const noParticipant = failure('not_found', {
  sv: 'Det finns ingen sådan deltagare bland dem som du får se.',
  en: 'There is no such participant among those whom you may see.',
});
