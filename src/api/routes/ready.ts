/** GET /ready: whether the service can do its work: the database answers in time, and its schema is this program's. */
import { setTimeout as after } from 'node:timers/promises';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { failure } from '../../errors.ts';
import { isReady } from '../../store/is-ready.ts';
import type { GuardDependencies } from '../guard.ts';
import { failureResponses, sendFailure } from '../problem-document.ts';

/** Whoever asks asks again soon, and waits no longer than this. */
const patienceMs = 2_000;

export const readyRoute: FastifyPluginCallbackZod<GuardDependencies> = (app, { store }, done) => {
  app.get(
    '/ready',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Whether the service can do its work',
        response: { 200: z.object({ status: z.literal('ready') }), ...failureResponses('not_ready') },
      },
    },
    async (request, reply) => {
      const ready = await Promise.race([isReady(store.db), after(patienceMs, false, { ref: false })]);
      return ready ? reply.send({ status: 'ready' }) : sendFailure(request, reply, notReady);
    },
  );
  done();
};

const notReady = failure('not_ready', {
  sv: 'Databasen svarar inte, eller har en annan version än programmet.',
  en: 'The database does not answer, or is of another version than the program.',
});
