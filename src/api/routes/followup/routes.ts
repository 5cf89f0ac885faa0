/** The routes of follow-up: outcomes, what partners agreed on, and the report. */
import type { FastifyPluginAsync } from 'fastify';
import type { RegionDependencies } from '../../regions/door.ts';
import { listApprovalsRoute, recordApprovalRoute } from './approvals.ts';
import { listCommitmentsRoute, reportCommitmentRoute } from './commitments.ts';
import { exportFollowupRoute } from './export.ts';
import { importFollowupRoute } from './import.ts';
import { listIndicatorsRoute, saveIndicatorRoute } from './indicators.ts';
import { decideLearningRoute, readLearningRoute } from './learning.ts';
import { compareLotteryRoute } from './lottery.ts';
import { lotteryChoicesRoute } from './lottery-choices.ts';
import { listOutcomesRoute, recordOutcomeRoute } from './outcomes.ts';
import { readPartnershipRoute, savePartnershipRoute } from './partnership.ts';
import { followupReportRoute } from './report.ts';
import { tryIndicatorRoute } from './try-indicator.ts';

const routes = [
  listOutcomesRoute,
  recordOutcomeRoute,
  importFollowupRoute,
  exportFollowupRoute,
  followupReportRoute,
  listIndicatorsRoute,
  tryIndicatorRoute,
  saveIndicatorRoute,
  listCommitmentsRoute,
  reportCommitmentRoute,
  readPartnershipRoute,
  savePartnershipRoute,
  readLearningRoute,
  decideLearningRoute,
  listApprovalsRoute,
  recordApprovalRoute,
  lotteryChoicesRoute,
  compareLotteryRoute,
];

export const followupRoutes: FastifyPluginAsync<RegionDependencies> = async (app, deps) => {
  for (const route of routes) await app.register(route, deps);
};
