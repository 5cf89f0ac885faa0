/** The routes of asking for proposals and of what has become of them. */
import type { FastifyPluginAsync } from 'fastify';
import { listProposalsRoute } from './list-proposals.ts';
import { type ProofDependencies, proofRoute } from './proof.ts';
import { proposalRoute } from './proposal.ts';
import { type RequestDependencies, requestProposalRoute } from './request-proposal.ts';

export const proposalRoutes: FastifyPluginAsync<ProofDependencies & RequestDependencies> = async (
  app,
  deps,
) => {
  await app.register(requestProposalRoute, deps);
  await app.register(listProposalsRoute, deps);
  await app.register(proposalRoute, deps);
  await app.register(proofRoute, deps);
};
