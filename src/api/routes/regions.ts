/** The routes of regions: imports and versions, policies, places and participants. */
import type { FastifyPluginAsync } from 'fastify';
import type { RegionDependencies } from '../regions/door.ts';
import { listParticipantsRoute } from './participants/list-participants.ts';
import { readParticipantRoute } from './participants/read-participant.ts';
import { listAreasRoute } from './places/list-areas.ts';
import { listPlaceNamesRoute } from './places/list-place-names.ts';
import { listSfiGroupsRoute } from './places/list-sfi-groups.ts';
import { listTeamsRoute } from './places/list-teams.ts';
import { listUnitsRoute } from './places/list-units.ts';
import { mapRoute } from './places/map.ts';
import { overviewRoute } from './places/overview.ts';
import { listPoliciesRoute } from './policies/list-policies.ts';
import { policyEffectRoute } from './policies/policy-effect.ts';
import { readPolicyRoute } from './policies/read-policy.ts';
import { savePolicyRoute } from './policies/save-policy.ts';
import { compareVersionsRoute } from './regions/compare-versions.ts';
import { confirmImportRoute } from './regions/confirm-import.ts';
import { exportVersionRoute } from './regions/export-version.ts';
import { listRegionsRoute } from './regions/list-regions.ts';
import { listVersionsRoute } from './regions/list-versions.ts';
import { previewImportRoute } from './regions/preview-import.ts';
import { retentionRoutes } from './regions/retention.ts';
import { templateRoute } from './regions/template.ts';

const routes = [
  templateRoute,
  listRegionsRoute,
  previewImportRoute,
  confirmImportRoute,
  listVersionsRoute,
  compareVersionsRoute,
  exportVersionRoute,
  retentionRoutes,
  listPoliciesRoute,
  readPolicyRoute,
  savePolicyRoute,
  policyEffectRoute,
  overviewRoute,
  mapRoute,
  listAreasRoute,
  listPlaceNamesRoute,
  listUnitsRoute,
  listTeamsRoute,
  listSfiGroupsRoute,
  listParticipantsRoute,
  readParticipantRoute,
];

export const regionRoutes: FastifyPluginAsync<RegionDependencies> = async (app, deps) => {
  for (const route of routes) await app.register(route, deps);
};
