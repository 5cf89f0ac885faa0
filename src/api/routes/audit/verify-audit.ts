/** GET /v1/audit/verify: whether the audit log is what was written, all of it. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { verifyAnchored } from '../../../store/audit/anchor.ts';
import type { AuditDependencies } from './read-audit.ts';

const verification = z.object({
  status: z.enum(['whole', 'broken', 'cut', 'rewritten', 'anchor_unreadable']),
  entries: z.int(),
  anchoredTo: z.int().nullable().exactOptional(),
  faults: z
    .array(z.object({ seq: z.string(), kind: z.enum(['changed', 'missing', 'relinked']) }))
    .readonly()
    .exactOptional(),
});

export const verifyAuditRoute: FastifyPluginCallbackZod<AuditDependencies> = (app, deps, done) => {
  app.get(
    '/v1/audit/verify',
    {
      config: { access: 'audit.verify' },
      schema: { summary: 'Whether the audit log is what was written', response: { 200: verification } },
    },
    () => verifyAnchored(deps.store, deps.dataDir),
  );
  done();
};
