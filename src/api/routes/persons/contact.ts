/** /v1/regions/:region/participants/:participant/contact: name and how to reach a person; read, written and deleted apart from all else. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Contact, contact } from '../../../domain/contact.ts';
import { failure } from '../../../errors.ts';
import { deleteContact, readContact, saveContact } from '../../../store/contacts.ts';
import { ordinal } from '../../given.ts';
import { erasedPerson, mayWith, noPerson, ofPerson, type PersonDependencies } from '../../persons/door.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';

const path = '/v1/regions/:region/participants/:participant/contact';

export const readContactRoute: FastifyPluginCallbackZod<PersonDependencies> = (app, deps, done) => {
  app.get(
    path,
    {
      config: { access: 'contact.read' },
      schema: {
        summary: "A person's name and contact",
        params: ofPerson,
        response: {
          200: z.object({ contact: contact.nullable(), version: ordinal }),
          ...failureResponses('usage', 'not_found'),
        },
      },
    },
    async (request, reply) => {
      const { region, participant } = request.params;
      if (!(await mayWith(request, deps, 'contact.read', request.params)))
        return sendFailure(request, reply, noPerson);
      const found = await readContact(deps.store, request.params);
      if (found.status === 'none') return { contact: null, version: 0 };
      if (found.status !== 'found') return sendFailure(request, reply, refusals[found.status]);
      const fields = Object.keys(found.contact).sort();
      const { userId: actor } = request.actor;
      await deps.reads.record({
        actor,
        action: 'contact.read',
        region,
        subject: participant,
        detail: { fields },
      });
      return { contact: found.contact, version: found.version };
    },
  );
  done();
};

export const saveContactRoute: FastifyPluginCallbackZod<PersonDependencies> = (app, deps, done) => {
  app.put(
    path,
    {
      config: { access: 'contact.write' },
      schema: {
        summary: "Write a person's name and contact",
        description:
          '`version` is the one that was read, 0 where there was none: who comes second gets a conflict.',
        params: ofPerson,
        body: z.strictObject({ contact, version: ordinal }),
        response: {
          200: z.object({ version: ordinal }),
          ...failureResponses('usage', 'not_found', 'changed_meanwhile'),
        },
      },
    },
    async (request, reply) => {
      if (!(await mayWith(request, deps, 'contact.write', request.params)))
        return sendFailure(request, reply, noPerson);
      const given: { readonly contact: Contact; readonly version: number } = request.body;
      const saved = await saveContact(deps.store, {
        ...request.params,
        contact: given.contact,
        seen: given.version,
        actor: request.actor.userId,
        at: deps.clock(),
      });
      if (saved.status === 'saved') return { version: saved.version };
      return sendFailure(request, reply, refusals[saved.status]);
    },
  );
  done();
};

export const deleteContactRoute: FastifyPluginCallbackZod<PersonDependencies> = (app, deps, done) => {
  app.delete(
    path,
    {
      config: { access: 'contact.write' },
      schema: {
        summary: "Delete a person's name and contact",
        params: ofPerson,
        response: { 204: z.null(), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      if (!(await mayWith(request, deps, 'contact.write', request.params)))
        return sendFailure(request, reply, noPerson);
      const deleted = await deleteContact(deps.store, request.params, request.actor.userId);
      return deleted ? reply.code(204).send(null) : sendFailure(request, reply, noContact);
    },
  );
  done();
};

const noContact = failure('not_found', {
  sv: 'Det finns inget att ta bort.',
  en: 'There is nothing to delete.',
});
const refusals = {
  changed_meanwhile: failure('changed_meanwhile', {
    sv: 'Kontakten har ändrats sedan den lästes.',
    en: 'The contact has been changed since it was read.',
  }),
  erased: erasedPerson,
  not_found: noPerson,
} as const;
