/**
 * GET /v1/proposals/:id/proof: the problem and the solution with its proof, so that a browser or anybody else can recheck them. A thread builds
 * and compresses it; what is held here is the compressed text, and a client that takes no gzip gets it unpacked as it is sent.
 */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AuditReads } from '../../../store/audit/reads.ts';
import type { Store } from '../../../store/open-store.ts';
import { type Jobs, sendUnfinished } from '../../jobs.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { byProposal, findProposal, noProposal } from './find-proposal.ts';

export interface ProofDependencies extends Jobs {
  readonly store: Pick<Store, 'db' | 'url' | 'masterKey'>;
  readonly reads: AuditReads;
}

const proofAnswer = z
  .object({
    format: z.literal('resursutbyte/proof@1'),
    proposal: z.uuid(),
    /** SHA-256 of the problem's text, without spaces and with a line feed at its end. */
    problemDigest: z.string(),
    problem: z.record(z.string(), z.unknown()).describe('resursutbyte/problem@1'),
    solution: z.record(z.string(), z.unknown()).describe('resursutbyte/solution@1'),
  })
  .meta({ description: 'Everything that it takes to recheck a proposal' });

export const proofRoute: FastifyPluginCallbackZod<ProofDependencies> = (app, deps, done) => {
  const { store, pool, reads, jobLimitMs } = deps;
  const access = { url: store.url, masterKey: store.masterKey };
  app.get(
    '/v1/proposals/:id/proof',
    {
      exposeHeadRoute: false,
      config: { access: 'proposal.proof' },
      schema: {
        summary: "A proposal's proof, with the problem",
        params: byProposal,
        response: {
          200: { description: 'The proof', content: { 'application/json': { schema: proofAnswer } } },
          ...failureResponses('usage', 'not_found', 'nothing_found', 'too_large', 'busy', 'interrupted'),
        },
      },
    },
    async (request, reply) => {
      const proposal = await findProposal(request, store, request.params.id, 'proposal.proof');
      if (proposal === null) return sendFailure(request, reply, noProposal);
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const job = await pool.run(
        'prove',
        { access, proposal: proposal.id },
        { cancel: gone.signal, deadlineMs: jobLimitMs },
      );
      if (job.status !== 'done') return sendUnfinished(request, reply, job);
      if (job.output.status === 'failed') return sendFailure(request, reply, job.output);
      const { userId: actor } = request.actor;
      const { id, region } = proposal;
      await reads.record({
        actor,
        action: 'proposal.proof',
        region,
        subject: null,
        detail: { proposal: id },
      });
      const { buffer, byteOffset, byteLength } = job.output.gzip;
      return sendJson(request, reply, Buffer.from(buffer, byteOffset, byteLength));
    },
  );
  done();
};

function sendJson(request: FastifyRequest, reply: FastifyReply, gzip: Buffer): FastifyReply {
  reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding');
  return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    ? reply.header('content-encoding', 'gzip').send(gzip)
    : reply.send(Readable.from([gzip]).pipe(createGunzip()));
}
