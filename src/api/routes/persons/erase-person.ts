/** POST /v1/regions/:region/participants/:participant/erasure: forgets a person's key, and says what stays and why. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { whatElseStays, whatStays } from '../../../domain/what-stays.ts';
import { failure } from '../../../errors.ts';
import { erasePerson, type Remaining } from '../../../store/erasure/erase-person.ts';
import { mayWith, noPerson, ofPerson, type PersonDependencies } from '../../persons/door.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';

const action = 'person.erase';
const text = z.object({ sv: z.string(), en: z.string() });
const stays = z.array(z.object({ kind: z.string(), count: z.int(), why: text }));

export const erasePersonRoute: FastifyPluginCallbackZod<PersonDependencies> = (app, deps, done) => {
  app.post(
    '/v1/regions/:region/participants/:participant/erasure',
    {
      config: { access: action },
      schema: {
        summary: 'Erase a person',
        description:
          'Their key is forgotten and their contact deleted; the answer says what stays, and why. It cannot be undone.',
        params: ofPerson,
        response: {
          200: z.object({
            status: z.enum(['erased', 'erased_already']),
            stays,
            also: text,
          }),
          ...failureResponses('usage', 'not_found', 'conflict'),
        },
      },
    },
    async (request, reply) => {
      if (!(await mayWith(request, deps, action, request.params)))
        return sendFailure(request, reply, noPerson);
      const { userId: actor } = request.actor;
      const outcome = await erasePerson(deps.store, { ...request.params, actor, at: deps.clock() });
      if (outcome.status === 'not_found') return sendFailure(request, reply, noPerson);
      if (outcome.status === 'still_placed') return sendFailure(request, reply, stillPlaced);
      return { status: outcome.status, stays: staysOf(outcome.remaining), also: whatElseStays };
    },
  );
  done();
};

function staysOf(remaining: Remaining): z.infer<typeof stays> {
  return remainingKinds.map((kind) => ({ kind, count: remaining[kind], why: whatStays[kind] }));
}

const remainingKinds = [
  'versions',
  'proposals',
  'decisions',
  'answers',
  'outcomes',
  'cases',
  'log_entries',
] as const;

const stillPlaced = failure('conflict', {
  sv: 'Deltagaren har en plats som är godtagen, bekräftad eller påbörjad: avsluta eller avböj den först.',
  en: 'The participant has a place that is accepted, confirmed or begun: end it or turn it down first.',
});
