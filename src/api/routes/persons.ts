/** The routes of what is held of one person: report, log, contact, erasure. */
import type { FastifyPluginAsync } from 'fastify';
import type { PersonDependencies } from '../persons/door.ts';
import { deleteContactRoute, readContactRoute, saveContactRoute } from './persons/contact.ts';
import { erasePersonRoute } from './persons/erase-person.ts';
import { readPersonLogRoute } from './persons/read-log.ts';
import { readReportRoute } from './persons/read-report.ts';

const routes = [
  readReportRoute,
  readPersonLogRoute,
  readContactRoute,
  saveContactRoute,
  deleteContactRoute,
  erasePersonRoute,
];

export const personRoutes: FastifyPluginAsync<PersonDependencies> = async (app, deps) => {
  for (const route of routes) await app.register(route, deps);
};
