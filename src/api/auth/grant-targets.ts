/** A grant as what it is given over: whoever gives or takes it must have a role that reaches all of that. */
import type { FastifyRequest } from 'fastify';
import type { Grant, Target } from '../../domain/access/grants.ts';
import { allowed } from '../guard.ts';

export function mayManage(request: FastifyRequest, grant: Grant): boolean {
  return targetsOf(grant).every((target) => allowed(request, 'grants.manage', target));
}

function targetsOf({ role: _, partner: __, teams, ...place }: Grant): readonly Target[] {
  return teams === undefined ? [place] : teams.map((team) => ({ ...place, team }));
}
