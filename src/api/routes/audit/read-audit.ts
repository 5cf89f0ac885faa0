/** GET /v1/audit: what was seen and done, without the persons in it. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { readLog } from '../../../store/audit/read-log.ts';
import type { Store } from '../../../store/open-store.ts';
import { scope } from '../../guard.ts';
import { logEntry, logQuery, pageAsked, told } from '../../persons/log-page.ts';
import { failureResponses } from '../../problem-document.ts';

export interface AuditDependencies {
  readonly store: Pick<Store, 'db' | 'vault'>;
  /** Where the log's anchor lies. */
  readonly dataDir: string;
}

export const readAuditRoute: FastifyPluginCallbackZod<AuditDependencies> = (app, { store }, done) => {
  app.get(
    '/v1/audit',
    {
      config: { access: 'audit.read' },
      schema: {
        summary: 'The audit log, the newest first, without the persons in it',
        querystring: logQuery,
        response: { 200: z.array(logEntry), ...failureResponses('usage') },
      },
    },
    async (request) => {
      const rows = await readLog(store.db, scope(request, 'audit.read'), pageAsked(request.query));
      return rows.map(told);
    },
  );
  done();
};
